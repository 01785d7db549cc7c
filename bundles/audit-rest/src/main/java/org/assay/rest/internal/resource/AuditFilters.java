package org.assay.rest.internal.resource;

import java.util.Set;
import java.util.TreeSet;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.VerdictFilter;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.problem.ApiException;

/** Filters of lists about audits. A regime that none of them was made by is refused: the empty list would read as "in order". */
final class AuditFilters {
    private final Audits audits;

    AuditFilters(Audits audits) {
        this.audits = audits;
    }

    /** Which verdicts of these audits are wanted. */
    VerdictFilter of(Query query, String... ids) {
        VerdictFilter filter = query.filter();
        require(filter.regimes(), ids);
        return filter;
    }

    /** Which regimes of an audit are wanted; empty for all. */
    Set<String> regimes(Query query, String audit) {
        Set<String> wanted = query.set("regime");
        require(wanted, audit);
        return wanted;
    }

    private void require(Set<String> wanted, String... ids) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (String id : ids) {
            audits.get(id).regimes().stream().map(AuditView.RegimePart::regime).forEach(known::add);
        }
        wanted.stream().filter(regime -> !known.contains(regime)).findFirst().ifPresent(strange -> {
            throw ApiException.parameter(
                    "unknown-regime",
                    "the audit was not made by the regime '" + Query.cut(strange) + "'",
                    "it was made by " + String.join(", ", known));
        });
    }
}
