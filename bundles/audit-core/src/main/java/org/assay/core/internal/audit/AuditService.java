package org.assay.core.internal.audit;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.assay.api.Subject;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Comparison;
import org.assay.core.Consequences;
import org.assay.core.Finding;
import org.assay.core.ImpactView;
import org.assay.core.MeasureView;
import org.assay.core.NotFoundException;
import org.assay.core.Outlooks;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.StandingAudits;
import org.assay.core.StrangeFilter;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.ledger.LedgerService;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.Cursors;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.matrix.BitmapMatrix;
import org.jspecify.annotations.Nullable;

/** Audits. */
public final class AuditService implements Audits {
    private final Store store;
    private final AuditPlanner planner;
    private final AuditJobs jobs;
    private final Matrices matrices;
    private final Evaluations evaluations;
    private final Findings findings;
    private final Snapshots snapshots;
    private final AuditViews views;
    private final Exports exports;
    private final Consequences consequences;
    private final Staleness staleness;
    private final Outlooks outlooks;
    private final StandingService standing;

    /**
     * Makes one, and goes on with audits that an earlier process began.
     *
     * @param executor for large audits
     * @param large from how many verdicts on an audit is large
     */
    public AuditService(
            Store store,
            AuditPlanner planner,
            RuleSets rules,
            Snapshots snapshots,
            Moments moments,
            Node node,
            Executor executor,
            long large,
            Json json,
            LedgerService ledger,
            KeyPair ledgerKey,
            Staleness staleness) {
        this.store = store;
        this.staleness = staleness;
        this.planner = planner;
        this.snapshots = snapshots;
        this.views = new AuditViews(json);
        this.matrices = new Matrices(store);
        this.evaluations = new Evaluations(rules, snapshots, json);
        this.findings = new Findings(evaluations);
        this.jobs = new AuditJobs(store, evaluations, matrices, views, moments, node, executor, large);
        this.standing = new StandingService(store, planner, jobs, staleness, moments, node);
        this.exports = new Exports(store, ledger, ledgerKey, moments);
        this.outlooks = new OutlookService(
                store,
                staleness.packs(),
                snapshots,
                moments,
                matrices,
                findings,
                new OutlookCourse.Judging(evaluations, rules, json));
        this.consequences = new ConsequenceService(this, matrices, snapshots, evaluations, rules);
        jobs.resume();
    }

    /** What follows from audits beyond their verdicts. */
    public Consequences consequences() {
        return consequences;
    }

    /** What will change if nobody does anything. */
    public Outlooks outlooks() {
        return outlooks;
    }

    /** Networks that are audited again by themselves. */
    public StandingAudits standing() {
        return standing;
    }

    /** Called now and then: makes standing audits again that are stale. */
    public void sweepStanding() {
        standing.sweep();
    }

    @Override
    public Export export(String id, String who) {
        return exports.of(matrices.judged(id).row(), who);
    }

    /** Called now and then: holds on to the audits that this node is at, and takes over those of nodes that are gone. */
    public void sweep() {
        jobs.resume();
    }

    @Override
    public AuditView create(AuditRequest request, String who) {
        return view(jobs.start(planner.plan(request, who)));
    }

    @Override
    public AuditView again(String id, String who) {
        return view(jobs.start(planner.again(matrices.row(id), who)));
    }

    private AuditView view(AuditRow row) {
        return store.read(tx -> view(row, staleness.in(tx)));
    }

    private AuditView view(AuditRow row, Staleness.Seen seen) {
        return views.view(row, jobs.progress(row.id()), seen.of(row), seen::doubt);
    }

    @Override
    public AuditView get(String id) {
        return view(matrices.row(id));
    }

    @Override
    public Page<AuditView> list(@Nullable String network, boolean trials, boolean stale, PageRequest page) {
        Cursors cursors = Cursors.of("audits", String.valueOf(network), trials, stale);
        String before = cursors.read(page.cursor());
        return store.read(tx -> {
            if (network != null) {
                NetworkService.find(tx, network);
            }
            Staleness.Seen seen = staleness.in(tx);
            if (stale) {
                return new StaleAudits(tx, seen, network, trials).page(before, page.limit(), cursors, this::view);
            }
            List<AuditRow> rows = tx.audits().page(network, trials, before, page.limit() + 1);
            List<AuditRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            String next = rows.size() > shown.size()
                    ? cursors.write(shown.get(shown.size() - 1).id())
                    : null;
            return new Page<>(
                    shown.stream().map(row -> view(row, seen)).toList(),
                    next,
                    tx.audits().count(network, trials));
        });
    }

    @Override
    public Optional<StrangeFilter> strange(String id, VerdictFilter filter) {
        return new Strange(matrices.judged(id)).in(filter);
    }

    @Override
    public Page<Verdict> verdicts(String id, VerdictFilter filter, PageRequest page) {
        Judged audit = matrices.judged(id);
        return new VerdictList(audit, new Filters(filter, false))
                .page(page)
                .map(ruling -> findings.verdict(audit, ruling));
    }

    @Override
    public Page<Finding> findings(String id, VerdictFilter filter, PageRequest page) {
        Judged audit = matrices.judged(id);
        return new VerdictList(audit, new Filters(filter, true))
                .page(page)
                .map(ruling -> findings.finding(audit, ruling));
    }

    @Override
    public void forEachVerdict(String id, VerdictFilter filter, Consumer<Verdict> sink) {
        Judged audit = matrices.judged(id);
        new VerdictList(audit, new Filters(filter, false))
                .forEach(ruling -> sink.accept(findings.verdict(audit, ruling)));
    }

    @Override
    public void forEachFinding(String id, VerdictFilter filter, Consumer<Finding> sink) {
        Judged audit = matrices.judged(id);
        new VerdictList(audit, new Filters(filter, true))
                .forEach(ruling -> sink.accept(findings.finding(audit, ruling)));
    }

    @Override
    public SubjectView subject(String id, String kind, String subject) {
        Judged audit = matrices.judged(id);
        Subject wanted = new Subject(kind, subject);
        FactRecord record = Facts.find(
                        snapshots.of(audit.row().facts(), audit.row().digest()), wanted)
                .or(() -> made(audit, wanted))
                .orElseThrow(() -> new NotFoundException(
                        "subject",
                        "the audited snapshot has no " + kind + " '" + subject + "'",
                        "GET /audits/" + id + "/verdicts lists the subjects"));
        List<SubjectView.Explained> verdicts = rulings(audit, wanted).stream()
                .map(ruling -> findings.explained(audit, ruling))
                .toList();
        return new SubjectView(id, wanted, Facts.plain(record), verdicts);
    }

    /** Evidence that a case made stands in no snapshot. */
    private Optional<FactRecord> made(Judged audit, Subject subject) {
        return audit.parts().stream()
                .flatMap(
                        part -> Facts.find(
                                evaluations.of(audit.row(), part.row()).ask(evaluation -> evaluation.facts()), subject)
                                .stream())
                .findFirst();
    }

    private static List<Ruling> rulings(Judged audit, Subject subject) {
        List<Ruling> rulings = new ArrayList<>();
        for (Judged.Part part : audit.parts()) {
            BitmapMatrix matrix = part.matrix();
            int index = matrix.subjects(subject.kind()).find(subject.id());
            matrix.rows().values().stream()
                    .filter(row -> index >= 0 && row.head().subjectKind().equals(subject.kind()))
                    .map(row -> Ruling.of(matrix, row, index))
                    .forEach(rulings::add);
        }
        rulings.sort(Ruling.ORDER);
        return rulings;
    }

    @Override
    public List<MeasureView> measures(String id) {
        Judged audit = matrices.judged(id);
        List<MeasureView> measures = new ArrayList<>();
        for (Judged.Part part : audit.parts()) {
            evaluations.of(audit.row(), part.row()).ask(evaluation -> evaluation.measures()).stream()
                    .map(measure -> view(part.row().regime(), measure))
                    .forEach(measures::add);
        }
        return measures;
    }

    private static MeasureView view(String regime, org.assay.engine.eval.MeasureView measure) {
        List<MeasureView.Group> groups = measure.groups().stream()
                .map(group -> new MeasureView.Group(group.key(), group.empty(), group.values(), group.swaps()))
                .toList();
        return new MeasureView(regime, measure.name(), measure.function(), groups);
    }

    @Override
    public Comparison compare(String id, VerdictFilter filter, PageRequest page) {
        return new Comparing(matrices.judged(id), filter, findings, matrices::align).compare(page);
    }

    @Override
    public ImpactView impact(String from, String to, VerdictFilter filter) {
        Judged before = matrices.judged(from);
        Judged after = matrices.judged(to);
        Impacts.requireSameNetwork(before.row(), after.row());
        return new Impacts(before, after, filter, findings, matrices::align, snapshots).view();
    }

    @Override
    public AuditDiff diff(String from, String to, VerdictFilter filter, PageRequest page) {
        return new Differing(matrices.judged(from), matrices.judged(to), filter, findings, matrices::align).diff(page);
    }
}
