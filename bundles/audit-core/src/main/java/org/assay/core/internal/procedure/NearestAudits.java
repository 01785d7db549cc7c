package org.assay.core.internal.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;

/**
 * Which audits speak for a day: of each regime the one whose law and knowledge come closest to it. One of a day long past, made
 * this morning, says nothing of what is due now.
 */
record NearestAudits(Store store, Audits audits, RuleSets rules) {
    private static final int LOOKED_AT = 200;

    /** The audit for each regime; none where the one that there is was made under law that is not in force on the day. */
    Map<String, AuditView> of(String network, Set<String> regimes, LocalDate day) {
        List<AuditRow> done = store.read(tx -> tx.audits().page(network, false, null, LOOKED_AT)).stream()
                .filter(row -> row.state().equals(AuditView.State.DONE.name()) && row.removed() == null)
                .sorted(closestTo(day))
                .toList();
        Map<String, String> nearest = new TreeMap<>();
        for (AuditRow row : done) {
            for (AuditRow.Part part : row.parts()) {
                if (regimes.contains(part.regime()) && !nearest.containsKey(part.regime()) && speaks(part, day)) {
                    nearest.put(part.regime(), row.id());
                }
            }
        }
        Map<String, AuditView> read = new HashMap<>();
        Map<String, AuditView> views = new TreeMap<>();
        nearest.forEach((regime, audit) -> views.put(regime, read.computeIfAbsent(audit, audits::get)));
        return views;
    }

    private boolean speaks(AuditRow.Part part, LocalDate day) {
        return rules.of(part.packDigest()).pack().inForce().holds(day);
    }

    /** One of a day after it counts only where there is no other; one knows no more than the day on which it was made. */
    private static Comparator<AuditRow> closestTo(LocalDate day) {
        Comparator<AuditRow> ahead = Comparator.comparing(row -> row.asOf().isAfter(day));
        return ahead.thenComparing(row -> apart(known(row), day))
                .thenComparing(row -> apart(row.asOf(), day))
                .thenComparing(AuditRow::createdAt, Comparator.<Instant>reverseOrder())
                .thenComparing(AuditRow::id, Comparator.reverseOrder());
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private static LocalDate known(AuditRow row) {
        return row.asOf().isBefore(row.madeOn()) ? row.asOf() : row.madeOn();
    }
}
