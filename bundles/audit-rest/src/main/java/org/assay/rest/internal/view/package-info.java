/** The records that the API writes, made from what the core answers. */
@NullMarked
package org.assay.rest.internal.view;

import org.jspecify.annotations.NullMarked;
