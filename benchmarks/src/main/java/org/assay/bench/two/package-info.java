/** Thirty rules with two values, written as a pack and by hand. */
@NullMarked
package org.assay.bench.two;

import org.jspecify.annotations.NullMarked;
