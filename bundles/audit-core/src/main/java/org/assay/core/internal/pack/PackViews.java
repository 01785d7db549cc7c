package org.assay.core.internal.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.CheckReport;
import org.assay.core.Origin;
import org.assay.core.PackEvent;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.internal.trust.Signatures;
import org.assay.core.internal.util.Json;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.Days;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** From packs to rows and from rows to views. */
public record PackViews(Json json, Signatures signatures) {
    private static final String TITLE = "title";
    private static final String AUTHORITY = "authority";
    private static final String REQUIREMENTS = "requirements";
    private static final String CLAUSES = "clauses";
    private static final String CASES = "cases";
    private static final String WARNINGS = "warnings";

    PackRow row(RulePack pack, CheckReport report, Origin origin, String who, Instant at, String envelope) {
        LocalDate to = pack.inForce().to();
        return new PackRow(
                pack.digest(),
                pack.regime(),
                pack.version(),
                pack.language(),
                pack.inForce().from(),
                to.equals(Days.NEVER) ? null : to,
                PackState.STAGED.name(),
                origin.name(),
                at,
                who,
                null,
                null,
                about(pack, report),
                envelope,
                null,
                null);
    }

    private String about(RulePack pack, CheckReport report) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put(TITLE, pack.title().byLanguage());
        about.put(AUTHORITY, pack.authority().byLanguage());
        about.put(REQUIREMENTS, report.requirements());
        about.put(CLAUSES, report.clauses());
        about.put(CASES, report.cases());
        about.put(WARNINGS, report.warnings());
        return json.write(about);
    }

    PackView view(Transaction tx, PackRow row) {
        Map<String, Object> about = json.read(row.about());
        Signatures.Signed signed = signatures.of(tx, row);
        return new PackView(
                row.regime(),
                row.version(),
                row.digest(),
                Json.texts(about, TITLE),
                row.language(),
                row.from(),
                Timeline.days(row).to(),
                state(row),
                Origin.valueOf(row.origin()),
                row.stagedAt(),
                row.stagedBy(),
                row.activatedAt(),
                row.activatedBy(),
                row.approved() == null ? null : row.approved().at(),
                row.approved() == null ? null : row.approved().who(),
                planned(row.planned()),
                tx.packs().relied(row.digest()).stream()
                        .map(one -> new PackView.Preview(one.audit(), one.askedAt(), one.who()))
                        .toList(),
                new CheckReport(
                        (int) Json.number(about, REQUIREMENTS),
                        (int) Json.number(about, CLAUSES),
                        (int) Json.number(about, CASES),
                        Json.list(about, WARNINGS)),
                signed.keys(),
                signed.doubt());
    }

    private static PackState state(PackRow row) {
        boolean approved = Timeline.is(row, PackState.STAGED) && row.approved() != null;
        return approved ? PackState.APPROVED : PackState.valueOf(row.state());
    }

    private static PackView.@Nullable Planned planned(PackRow.@Nullable Plan plan) {
        return plan == null ? null : new PackView.Planned(plan.at(), plan.rollback(), plan.who(), plan.askedAt());
    }

    /** The activated packs of installed regimes that would not be taken any more, a line each. */
    public List<String> doubted(Transaction tx) {
        return tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .flatMap(regime -> Timeline.among(tx.packs().of(regime.id())).activated().stream())
                .filter(pack -> !signatures.of(tx, pack).doubt().isEmpty())
                .map(pack -> pack.regime() + " " + pack.version() + ": "
                        + signatures.of(tx, pack).doubt())
                .toList();
    }

    List<PackView> highestFirst(Transaction tx, List<PackRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(PackRow::version, Versions.ORDER).reversed())
                .map(row -> view(tx, row))
                .toList();
    }

    Map<String, String> title(PackRow row) {
        return Json.texts(json.read(row.about()), TITLE);
    }

    Map<String, String> authority(PackRow row) {
        return Json.texts(json.read(row.about()), AUTHORITY);
    }

    static PackEvent event(PackEventRow row) {
        return new PackEvent(
                row.number(),
                row.regime(),
                row.version(),
                row.digest(),
                PackEvent.Step.valueOf(row.step()),
                row.who(),
                row.at());
    }
}
