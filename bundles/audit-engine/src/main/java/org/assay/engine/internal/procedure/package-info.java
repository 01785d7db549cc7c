/** Replays the cases of procedures from evidence. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.procedure;
