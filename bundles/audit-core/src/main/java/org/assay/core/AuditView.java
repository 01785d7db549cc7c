package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An audit and all that it is pinned to.
 *
 * @param id a UUIDv7
 * @param network the network's id
 * @param snapshot the digest of the facts
 * @param asOf the day whose law is applied
 * @param knownAt the moment up to which it knows facts and activations of packs: asked for again by it, it is the same
 * @param recordedAt when its facts were recorded
 * @param state where it is
 * @param progress 0 to 100
 * @param failure why it failed; null if it did not
 * @param createdAt when it was asked for
 * @param createdBy by whom
 * @param finishedAt when it was done or failed; null before
 * @param regimes one part per regime, in the order of the request
 * @param counts verdicts by outcome over all regimes, historic ones left out; empty before it is done
 * @param trial what it supposes, as it was asked; empty if it is of what is
 * @param removed that its verdicts were removed; null if they were not
 * @param stale why asking the same again today may answer otherwise, the earliest reason first; empty if it would not
 */
public record AuditView(
        String id,
        String network,
        String snapshot,
        LocalDate asOf,
        Instant knownAt,
        Instant recordedAt,
        State state,
        int progress,
        @Nullable String failure,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        List<RegimePart> regimes,
        Map<Outcome, Long> counts,
        Map<String, Object> trial,
        @Nullable Removed removed,
        List<Stale> stale) {
    public AuditView {
        trial = Texts.copy(trial);
        regimes = List.copyOf(regimes);
        counts = Map.copyOf(counts);
        stale = List.copyOf(stale);
    }

    /**
     * Something that an audit follows from and that is otherwise by now.
     *
     * @param what what it is
     * @param since from which moment on
     * @param because in words
     */
    public record Stale(What what, Instant since, String because) {
        /** What is otherwise. */
        public enum What {
            /** The network has a newer snapshot. */
            FACTS,
            /** Another pack speaks for the day, or none. */
            PACK,
            /** The regime was removed. */
            REGIME,
            /** A date in facts, pack or case was reached. */
            DAY,
            /** A waiver began or ended. */
            WAIVER
        }
    }

    /** Where an audit is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * What one regime's pack says.
     *
     * @param regime the regime's id
     * @param packVersion the pack's version
     * @param packDigest the pack's digest
     * @param doubt why the pack would not be taken any more; empty if it would
     * @param language the number of the rule language
     * @param options every option of the pack with the value that was used, by name
     * @param verdictDigest the digest of all verdicts; null before the audit is done
     * @param verdicts how many verdicts there are, historic ones included
     * @param historic how many of them are of requirements that are out of force
     * @param findings how many of the others ask somebody to act
     * @param counts verdicts by outcome, historic ones left out
     */
    public record RegimePart(
            String regime,
            String packVersion,
            String packDigest,
            String doubt,
            int language,
            Map<String, Object> options,
            @Nullable String verdictDigest,
            long verdicts,
            long historic,
            long findings,
            Map<Outcome, Long> counts) {
        public RegimePart {
            options = Texts.copy(options);
            counts = Map.copyOf(counts);
        }
    }
}
