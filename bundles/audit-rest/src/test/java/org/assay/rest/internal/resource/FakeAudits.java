package org.assay.rest.internal.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Comparison;
import org.assay.core.ConflictException;
import org.assay.core.Finding;
import org.assay.core.GoneException;
import org.assay.core.ImpactView;
import org.assay.core.MeasureView;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Removed;
import org.assay.core.StrangeFilter;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.jspecify.annotations.Nullable;

/** Four audits in memory: one done, one running, one failed, and one whose verdicts were removed. */
final class FakeAudits implements Audits {
    static final String DONE = "0193505e-0000-7000-8000-000000000001";
    static final String RUNNING = "0193505e-0000-7000-8000-000000000002";
    static final String FAILED = "0193505e-0000-7000-8000-000000000003";
    static final String REMOVED = "0193505e-0000-7000-8000-000000000004";
    private static final Removed RULE = new Removed(FakeCore.NOW, "kept for 365 days");

    final List<AuditRequest> asked = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    String lastWho = "";

    FakeAudits() {
        IntStream.range(0, 250).forEach(i -> verdicts.add(FakeVerdicts.verdict(i)));
    }

    @Override
    public AuditView create(AuditRequest request, String who) {
        if (request.network().equals("nowhere")) {
            throw new NotFoundException("network", "there is no network 'nowhere'", "make it with PUT");
        }
        if (request.network().equals("old")) {
            throw new GoneException("the facts of the snapshot " + FakeCore.DIGEST, RULE);
        }
        if (!request.regimes().equals(List.of("de-bsi"))) {
            throw new ConflictException("regime-not-installed", "the regime is not installed", "install it");
        }
        asked.add(request);
        lastWho = who;
        return view(request.options().isEmpty() ? DONE : RUNNING);
    }

    @Override
    public AuditView again(String id, String who) {
        if (id.equals(FAILED)) {
            throw new ConflictException("regime-not-installed", "the regime is not installed", "install it");
        }
        if (id.equals(REMOVED)) {
            throw new GoneException("the facts of the snapshot " + FakeCore.DIGEST + " of alpha", RULE);
        }
        lastWho = who;
        return get(id);
    }

    @Override
    public AuditView get(String id) {
        if (!List.of(DONE, RUNNING, FAILED, REMOVED).contains(id)) {
            throw new NotFoundException("audit", "there is no audit " + id, "see audits");
        }
        return view(id);
    }

    @Override
    public Export export(String id, String who) {
        done(id);
        return out -> out.write("{\"format\":\"assay.audit/1\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Page<AuditView> list(@Nullable String network, boolean trials, boolean stale, PageRequest page) {
        return Paging.of(List.of(view(DONE), view(RUNNING), view(FAILED), view(REMOVED)), page);
    }

    @Override
    public ImpactView impact(String from, String to, VerdictFilter filter) {
        done(from);
        done(to);
        ImpactView.Tally tally = new ImpactView.Tally("DE-1", null, Outcome.FAIL, 2);
        return new ImpactView(
                from,
                to,
                2,
                2,
                0,
                List.of(new AuditDiff.Flip("de-bsi", null, Outcome.FAIL, 2)),
                Map.of("requirement", List.of(tally)),
                List.of(new ImpactView.NewDay(LocalDate.of(2026, 12, 31), "DE-1", 2)),
                2);
    }

    @Override
    public Page<Verdict> verdicts(String id, VerdictFilter filter, PageRequest page) {
        done(id);
        return Paging.of(wanted(filter), page);
    }

    @Override
    public Page<Finding> findings(String id, VerdictFilter filter, PageRequest page) {
        done(id);
        return Paging.of(acting(filter), page);
    }

    @Override
    public Optional<StrangeFilter> strange(String id, VerdictFilter filter) {
        return filter.requirements().stream()
                .filter(some ->
                        verdicts.stream().noneMatch(one -> one.requirement().equals(some)))
                .findFirst()
                .map(some -> new StrangeFilter(
                        "requirement", some, Optional.of(verdicts.get(0).requirement())));
    }

    @Override
    public void forEachVerdict(String id, VerdictFilter filter, Consumer<Verdict> sink) {
        wanted(filter).forEach(sink);
    }

    @Override
    public void forEachFinding(String id, VerdictFilter filter, Consumer<Finding> sink) {
        acting(filter).forEach(sink);
    }

    @Override
    public SubjectView subject(String id, String kind, String subject) {
        done(id);
        if (!subject.equals("amf-1")) {
            throw new NotFoundException("subject", "the snapshot has no " + kind + " " + subject, "see its list");
        }
        Finding finding = FakeVerdicts.finding(verdicts.get(0));
        return new SubjectView(
                id,
                new Subject(kind, subject),
                Map.of("functions", List.of("AMF"), "firstUse", "2026-02-01"),
                List.of(new SubjectView.Explained(finding, FakeVerdicts.clauses(), null)));
    }

    @Override
    public List<MeasureView> measures(String id) {
        done(id);
        MeasureView.Group group =
                new MeasureView.Group(List.of("x"), false, Map.of("count", "1/3..2/5"), Map.of("count", 3));
        return List.of(
                new MeasureView("de-bsi", "a", "share", List.of(group)),
                new MeasureView("de-bsi", "b", "count", List.of(group)));
    }

    @Override
    public Comparison compare(String id, VerdictFilter filter, PageRequest page) {
        done(id);
        Comparison.Column column =
                new Comparison.Column("de-bsi", "2026.1.0", Map.of(Outcome.FAIL, 2L), Map.of(Outcome.FAIL, 1L));
        Comparison.Row row = new Comparison.Row(verdicts.get(0).subject(), List.of(verdicts.get(0)));
        return new Comparison(id, List.of(column), Paging.of(List.of(row, row), page));
    }

    @Override
    public AuditDiff diff(String from, String to, VerdictFilter filter, PageRequest page) {
        done(from);
        done(to);
        AuditDiff.Change gone = new AuditDiff.Change(verdicts.get(0), null);
        AuditDiff.Change changed = new AuditDiff.Change(verdicts.get(0), verdicts.get(1));
        return new AuditDiff(
                from,
                to,
                List.of(new AuditDiff.Flip("de-bsi", Outcome.FAIL, null, 1)),
                Paging.of(List.of(gone, changed), page));
    }

    private List<Verdict> wanted(VerdictFilter filter) {
        return verdicts.stream()
                .filter(verdict ->
                        filter.outcomes().isEmpty() || filter.outcomes().contains(verdict.outcome()))
                .toList();
    }

    private List<Finding> acting(VerdictFilter filter) {
        return wanted(filter).stream()
                .filter(verdict -> verdict.outcome().isFinding())
                .map(FakeVerdicts::finding)
                .toList();
    }

    private static void done(String id) {
        switch (id) {
            case DONE -> {}
            case RUNNING -> throw new ConflictException("audit-not-done", "it is at 40 %", "ask again");
            case REMOVED -> throw new GoneException("the verdicts of the audit " + id, RULE);
            case FAILED -> throw new ConflictException("audit-failed", "it failed", "make another");
            default -> throw new NotFoundException("audit", "there is no audit " + id, "see audits");
        }
    }

    private AuditView view(String id) {
        Map<Outcome, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, Collectors.counting()));
        boolean running = id.equals(RUNNING);
        AuditView.RegimePart part = new AuditView.RegimePart(
                "de-bsi",
                "2026.1.0",
                FakeCore.DIGEST,
                "",
                1,
                Map.of("legacy", "per_type"),
                running ? null : FakeCore.DIGEST,
                250,
                0,
                125,
                counts);
        return new AuditView(
                id,
                "alpha",
                FakeCore.DIGEST,
                LocalDate.parse("2026-11-21"),
                FakeCore.NOW,
                Instant.parse("2026-11-20T00:00:00Z"),
                running ? AuditView.State.RUNNING : id.equals(FAILED) ? AuditView.State.FAILED : AuditView.State.DONE,
                running ? 40 : 100,
                id.equals(FAILED) ? "the store was full" : null,
                FakeCore.NOW,
                FakeCore.WHO,
                running ? null : FakeCore.NOW,
                List.of(part),
                counts,
                Map.of(),
                id.equals(REMOVED) ? RULE : null,
                running
                        ? List.of()
                        : List.of(new AuditView.Stale(AuditView.Stale.What.FACTS, FakeCore.NOW, "snapshot 2 came")));
    }
}
