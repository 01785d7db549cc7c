/** Ten rules with three values and nine outcomes, by hand. */
@NullMarked
package org.assay.bench.three;

import org.jspecify.annotations.NullMarked;
