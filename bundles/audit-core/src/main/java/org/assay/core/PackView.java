package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pack as the store knows it.
 *
 * @param regime the regime's id
 * @param version its version
 * @param digest {@code sha256:} and 64 hex digits
 * @param title by language
 * @param language the number of the rule language
 * @param from the first day it is in force
 * @param to the last day, {@link org.assay.engine.facts.Days#NEVER} where there is none
 * @param state where it is in its life
 * @param origin which way it came
 * @param stagedAt when it came
 * @param stagedBy who brought it: the name of a token, or of a bundle or file
 * @param activatedAt when it was last activated; null if never
 * @param activatedBy by whom; null if never
 * @param approvedAt when it was approved; null if it was not
 * @param approvedBy by whom; null if it was not
 * @param planned when it is to be activated; null if that is not planned
 * @param previews the previews that its activations, and plans for one, relied on, in their order
 * @param report what its check found
 * @param signedBy the ids of the known keys that signed it
 * @param doubt why it would not be taken any more: the keys that signed it were revoked; empty if it would
 */
public record PackView(
        String regime,
        String version,
        String digest,
        Map<String, String> title,
        int language,
        LocalDate from,
        LocalDate to,
        PackState state,
        Origin origin,
        Instant stagedAt,
        String stagedBy,
        @Nullable Instant activatedAt,
        @Nullable String activatedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable Planned planned,
        List<Preview> previews,
        CheckReport report,
        List<String> signedBy,
        String doubt) {
    public PackView {
        previews = List.copyOf(previews);
        signedBy = List.copyOf(signedBy);
        title = Texts.copy(title);
    }

    /**
     * A preview that somebody relied on.
     *
     * @param audit the id of the trial audit
     * @param at when he activated the pack, or planned to
     * @param by who did
     */
    public record Preview(String audit, Instant at, String by) {}

    /**
     * That it is to be activated.
     *
     * @param at when
     * @param rollback whether that goes back to it from a higher version
     * @param by who asked for it
     * @param askedAt when
     */
    public record Planned(Instant at, boolean rollback, String by, Instant askedAt) {}
}
