/** On which days verdicts may change although no fact does: found from what rules compare with the as-of day. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.turn;
