package org.assay.rest.internal.view;

import org.assay.core.Verdict;
import org.assay.core.Waivers.WaiverView;
import org.jspecify.annotations.Nullable;

/** A waiver as the API writes it. */
public record WaiverJson(
        String id,
        String network,
        String regime,
        String requirement,
        SubjectJson subject,
        String owner,
        String reason,
        String timeZone,
        @Nullable String from,
        String until,
        String state,
        String askedAt,
        String askedBy,
        @Nullable String approvedAt,
        @Nullable String approvedBy,
        @Nullable String withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnBecause) {

    /** From what core knows. */
    public static WaiverJson of(WaiverView waiver) {
        return new WaiverJson(
                waiver.id(),
                waiver.network(),
                waiver.regime(),
                waiver.requirement(),
                SubjectJson.of(waiver.subject()),
                waiver.owner(),
                waiver.reason(),
                waiver.zone(),
                waiver.from() == null ? null : waiver.from().toString(),
                waiver.until().toString(),
                Words.of(waiver.state()),
                waiver.askedAt().toString(),
                waiver.askedBy(),
                Words.orNone(waiver.approvedAt()),
                waiver.approvedBy(),
                Words.orNone(waiver.withdrawnAt()),
                waiver.withdrawnBy(),
                waiver.withdrawnBecause());
    }

    /** Who answers for a verdict. */
    public record Ref(String id, String owner, String reason, String approvedBy, String until) {
        static @Nullable Ref of(Verdict.@Nullable Waiver waiver) {
            return waiver == null
                    ? null
                    : new Ref(
                            waiver.id(),
                            waiver.owner(),
                            waiver.reason(),
                            waiver.approvedBy(),
                            waiver.until().toString());
        }
    }
}
