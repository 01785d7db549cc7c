package org.assay.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long facts and verdicts are kept. By default for ever; where a network has a rule, those of audits and snapshots that
 * are older go, unless something still rests on them. Thread-safe.
 */
public interface Retention {

    /**
     * What would go now. Nothing does.
     *
     * @param days as if this were the rule for every network; null for the rules as they are
     * @throws org.assay.engine.fault.FaultException if that is no number of days
     */
    Plan plan(@Nullable Integer days);

    /**
     * Removes what is to go by the rules as they are, each with its entry in the ledger. What a call that broke off removed is
     * removed; the next one goes on.
     */
    Done run(String who);

    /** What may go. */
    enum Kind {
        /** An audit's verdicts. */
        AUDIT,
        /** The verdicts, and the supposed facts, of an audit that supposes something. */
        TRIAL,
        /** A snapshot's facts. */
        SNAPSHOT
    }

    /**
     * Something that would go.
     *
     * @param id of the audit, or the number of the snapshot
     * @param digest of the snapshot; null for audits
     * @param since when the audit ended, or when the snapshot was no longer the newest
     * @param because by which rule
     */
    record Item(Kind kind, String network, String id, @Nullable String digest, Instant since, String because) {}

    /**
     * What would go.
     *
     * @param days the rules that were held against, by network, those that keep for ever left out
     * @param kept how many are as old and stay, by what rests on them
     * @param items what goes, by network; of each audits before snapshots, the oldest first
     */
    record Plan(Map<String, Integer> days, Map<String, Long> kept, List<Item> items) {
        public Plan {
            days = Texts.copy(days);
            kept = Texts.copy(kept);
            items = List.copyOf(items);
        }
    }

    /**
     * What went.
     *
     * @param removed by kind
     */
    record Done(Map<Kind, Long> removed) {
        public Done {
            removed = Map.copyOf(removed);
        }
    }
}
