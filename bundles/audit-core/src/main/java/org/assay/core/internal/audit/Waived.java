package org.assay.core.internal.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.assay.api.Subject;
import org.assay.core.Verdict;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.jspecify.annotations.Nullable;

/**
 * The waivers that count for an audit.
 *
 * @param rows those that hold on its day, the one that ends last first
 */
record Waived(List<WaiverRow> rows) {

    /** Those of an audit, as a transaction knows them. */
    static Waived of(Transaction tx, AuditRow audit) {
        return new Waived(tx.waivers().of(audit.network()).stream()
                .filter(row -> row.holds(audit.asOf()))
                .filter(row ->
                        audit.parts().stream().anyMatch(part -> part.regime().equals(row.regime())))
                .sorted(Comparator.comparing(WaiverRow::until).reversed().thenComparing(WaiverRow::id))
                .toList());
    }

    /** Who answers for a verdict; null if nobody does, or nobody has to act. */
    Verdict.@Nullable Waiver on(Ruling ruling) {
        if (rows.isEmpty() || !ruling.outcome().isFinding()) {
            return null;
        }
        Subject subject = ruling.subject();
        return rows.stream()
                .filter(row -> row.subject().equals(subject.id()) && row.kind().equals(subject.kind()))
                .filter(row -> row.requirement().equals(ruling.head().requirement())
                        && row.regime().equals(ruling.matrix().regime()))
                .findFirst()
                .map(Waived::waiver)
                .orElse(null);
    }

    private static Verdict.Waiver waiver(WaiverRow row) {
        String approvedBy = Objects.requireNonNull(row.approved()).who();
        return new Verdict.Waiver(row.id(), row.owner(), row.reason(), approvedBy, row.until());
    }
}
