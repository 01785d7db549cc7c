/** Reading and writing JSON: strictly in, no nulls out. */
@NullMarked
package org.assay.rest.internal.json;

import org.jspecify.annotations.NullMarked;
