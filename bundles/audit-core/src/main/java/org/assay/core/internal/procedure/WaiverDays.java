package org.assay.core.internal.procedure;

import java.util.List;
import org.assay.api.Severity;
import org.assay.core.Deadline;
import org.assay.core.store.WaiverRow;

/** The last days of waivers that count. Stateless. */
final class WaiverDays {
    private WaiverDays() {}

    static List<Deadline> of(List<WaiverRow> waivers) {
        return waivers.stream()
                .filter(waiver -> waiver.approved() != null && waiver.withdrawn() == null)
                .map(WaiverDays::of)
                .toList();
    }

    private static Deadline of(WaiverRow waiver) {
        return new Deadline(
                DeadlineIds.of(Deadline.Kind.WAIVER, waiver.until(), waiver.id()),
                waiver.until(),
                Deadline.Kind.WAIVER,
                Severity.MEDIUM,
                waiver.regime(),
                waiver.requirement(),
                waiver.owner(),
                FactTexts.of("The waiver ends: mend the finding, or ask for a new one (%s)", waiver.reason()),
                "",
                List.of(new org.assay.api.Subject(waiver.kind(), waiver.subject())),
                1,
                List.of());
    }
}
