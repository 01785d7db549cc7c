/** Facts of many records of one kind as columns of numbers; see {@link org.assay.engine.facts.FactTable}. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.columns;
