/** The evaluator for whole networks: conditions cut into atoms, each evaluated once per distinct facts that it reads. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.columnar;
