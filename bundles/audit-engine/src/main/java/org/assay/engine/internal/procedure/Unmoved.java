package org.assay.engine.internal.procedure;

import java.util.HashMap;
import java.util.Map;
import org.assay.engine.eval.Truth;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.IdleRecord;
import org.assay.engine.procedure.IdleRecord.Why;

/** Why records moved nothing, as far as they did not. Used by one thread. */
final class Unmoved {
    private final Map<String, IdleRecord> records = new HashMap<>();

    /** A record came while the case was in a state. */
    void came(String id, String state) {
        note(new IdleRecord(id, state, Why.STATE, ""));
    }

    /** A move that waits for such a record was not made, or not for certain. */
    void asked(String id, String state, Procedure.Move move, Guard guard) {
        if (guard.truth() == Truth.UNKNOWN) {
            note(new IdleRecord(id, state, Why.UNKNOWN, ""));
        } else if (guard.truth() == Truth.FALSE) {
            Why why = why(move, guard.failed());
            note(new IdleRecord(id, state, why, why == Why.ACTOR ? move.actor() : ""));
        }
    }

    private static Why why(Procedure.Move move, int failed) {
        Expr guard = move.guards().get(failed);
        return guard.equals(move.by()) ? Why.ACTOR : guard.equals(move.when()) ? Why.CONDITION : Why.DOCUMENT;
    }

    private void note(IdleRecord record) {
        records.merge(record.evidence(), record, (old, other) -> other.why().compareTo(old.why()) > 0 ? other : old);
    }

    /** What is known of a record that moved nothing. */
    IdleRecord of(String id, String state) {
        return records.getOrDefault(id, new IdleRecord(id, state, Why.UNKNOWN, ""));
    }
}
