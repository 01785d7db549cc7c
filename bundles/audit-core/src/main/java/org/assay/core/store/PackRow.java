package org.assay.core.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pack.
 *
 * @param digest its digest
 * @param regime its regime
 * @param version its version, one of a kind in its regime
 * @param language the number of its rule language
 * @param from the first day in force
 * @param to the last day; null for no end
 * @param state where it is in its life
 * @param origin which way it came
 * @param stagedAt when it came
 * @param stagedBy who brought it
 * @param activatedAt when it was last activated
 * @param activatedBy by whom
 * @param about title, authority and check report, as JSON
 * @param envelope the blob of its envelope
 */
public record PackRow(
        String digest,
        String regime,
        String version,
        int language,
        LocalDate from,
        @Nullable LocalDate to,
        String state,
        String origin,
        Instant stagedAt,
        String stagedBy,
        @Nullable Instant activatedAt,
        @Nullable String activatedBy,
        String about,
        String envelope) {

    /** The same pack in another state. */
    public PackRow in(String newState) {
        return new PackRow(
                digest,
                regime,
                version,
                language,
                from,
                to,
                newState,
                origin,
                stagedAt,
                stagedBy,
                activatedAt,
                activatedBy,
                about,
                envelope);
    }

    /** The same pack, activated. */
    public PackRow activated(String newState, Instant when, String who) {
        return new PackRow(
                digest, regime, version, language, from, to, newState, origin, stagedAt, stagedBy, when, who, about,
                envelope);
    }
}
