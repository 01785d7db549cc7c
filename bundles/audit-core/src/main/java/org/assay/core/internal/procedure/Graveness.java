package org.assay.core.internal.procedure;

import org.assay.api.Severity;
import org.assay.engine.pack.Procedure;

/**
 * How grave it is to miss a day of a procedure: as the move or the state says, else as the procedure does; else what the operator
 * itself has to do is the gravest. Stateless.
 */
final class Graveness {
    private Graveness() {}

    /** Of a clock's task; what one may do and need not is low. */
    static Severity of(Procedure procedure, Procedure.Move move) {
        Severity said = move.severity();
        if (said != null) {
            return said;
        }
        return move.chance() ? Severity.LOW : of(procedure, move.actor());
    }

    /** Of a breach that stands, which is the operator's to end. */
    static Severity of(Procedure procedure, Procedure.State state) {
        Severity said = state.severity();
        return said == null ? of(procedure, Overdue.OPERATOR) : said;
    }

    private static Severity of(Procedure procedure, String actor) {
        Severity said = procedure.severity();
        Severity assumed = actor.equals(Overdue.OPERATOR) ? Severity.CRITICAL : Severity.HIGH;
        return said == null ? assumed : said;
    }
}
