/** The reference interpreter: CEL itself, clause by clause. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.interpret;
