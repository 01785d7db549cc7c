package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.assay.core.AuditView;
import org.assay.core.Page;
import org.assay.core.internal.util.Cursors;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The audits that are not up to date, among all: that follows from comparing, so each is looked at, in one transaction; what
 * several share is read once.
 */
record StaleAudits(Transaction tx, Staleness.Seen seen, @Nullable String network, boolean trials) {
    private static final int AT_ONCE = 500;

    /** A page of them, the newest first, with their whole number. */
    Page<AuditView> page(
            @Nullable String before, int limit, Cursors cursors, BiFunction<AuditRow, Staleness.Seen, AuditView> view) {
        List<AuditRow> shown = new ArrayList<>();
        long total = 0;
        boolean more = false;
        String last = null;
        List<AuditRow> rows;
        do {
            rows = tx.audits().page(network, trials, last, AT_ONCE);
            for (AuditRow row : rows) {
                last = row.id();
                if (!seen.of(row).isEmpty()) {
                    total++;
                    boolean wanted = before == null || row.id().compareTo(before) < 0;
                    more |= wanted && shown.size() == limit;
                    if (wanted && shown.size() < limit) {
                        shown.add(row);
                    }
                }
            }
        } while (rows.size() == AT_ONCE);
        return new Page<>(
                shown.stream().map(row -> view.apply(row, seen)).toList(),
                more ? cursors.write(shown.get(shown.size() - 1).id()) : null,
                total);
    }
}
