/** A network of any size, made from a seed: the same facts for every evaluator that is measured. */
@NullMarked
package org.assay.bench.inventory;

import org.jspecify.annotations.NullMarked;
