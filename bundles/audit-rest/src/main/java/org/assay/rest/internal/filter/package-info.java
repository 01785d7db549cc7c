/** What every request passes: who it comes from, and how it is counted. */
@NullMarked
package org.assay.rest.internal.filter;

import org.jspecify.annotations.NullMarked;
