package org.assay.rest.internal.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.StrangeFilter;
import org.assay.core.VerdictFilter;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.problem.ApiException;

/**
 * Filters of lists about audits. A regime that none of them was made by is refused, and so is a requirement, a kind or a subject
 * that none of them has: the empty list would read as "in order".
 */
final class AuditFilters {
    private final Audits audits;

    AuditFilters(Audits audits) {
        this.audits = audits;
    }

    /** Which verdicts of these audits are wanted. */
    VerdictFilter of(Query query, String... ids) {
        VerdictFilter filter = query.filter();
        require(filter.regimes(), ids);
        List<StrangeFilter> strange = Arrays.stream(ids)
                .map(id -> audits.strange(id, filter))
                .flatMap(Optional::stream)
                .toList();
        if (strange.size() == ids.length) {
            throw Query.strange(
                    strange.get(0), named -> "nothing in the audit has the " + named, "GET /audits/{id}/verdicts");
        }
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
