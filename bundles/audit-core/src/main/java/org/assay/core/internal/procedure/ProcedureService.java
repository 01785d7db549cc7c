package org.assay.core.internal.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.CaseFilter;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.assay.core.Procedures;
import org.assay.core.StrangeFilter;
import org.assay.core.internal.engine.Rules;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Cases and deadlines. Thread-safe. */
public final class ProcedureService implements Procedures {
    private static final int KEPT = 32;

    private final Store store;
    private final RegimePacks packs;
    private final RuleSets rules;
    private final Snapshots snapshots;
    private final Audits audits;
    private final Moments moments;
    private final BoundedCache<List<Object>, List<CaseView>> known = new BoundedCache<>(KEPT, cases -> 1);

    /** Makes one. */
    public ProcedureService(
            Store store, RegimePacks packs, RuleSets rules, Snapshots snapshots, Audits audits, Moments moments) {
        this.store = store;
        this.packs = packs;
        this.rules = rules;
        this.snapshots = snapshots;
        this.audits = audits;
        this.moments = moments;
    }

    @Override
    public List<CaseView> cases(String network, @Nullable LocalDate asOf) {
        SnapshotRow snapshot = newest(network);
        return cases(snapshot, day(snapshot, asOf));
    }

    @Override
    public Optional<StrangeFilter> strange(String network, @Nullable LocalDate asOf, CaseFilter filter) {
        SnapshotRow snapshot = newest(network);
        LocalDate day = day(snapshot, asOf);
        return StrangeFilter.first("regime", filter.regimes(), this::installed)
                .or(() -> StrangeFilter.first("procedure", filter.procedures(), () -> procedures(day)))
                .or(() -> subject(snapshot, filter.subjects()));
    }

    @Override
    public SortedSet<String> speaking(String network, @Nullable LocalDate asOf) {
        LocalDate day = day(newest(network), asOf);
        return store.read(tx -> packs.speaking(tx, day)).stream()
                .map(PackRow::regime)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> installed() {
        return store.read(tx -> tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .map(RegimeRow::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private SortedSet<String> procedures(LocalDate day) {
        return store.read(tx -> packs.speaking(tx, day)).stream()
                .flatMap(pack -> rules.of(pack.digest()).pack().procedures().stream())
                .map(Procedure::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<StrangeFilter> subject(SnapshotRow snapshot, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        NetworkFacts facts = snapshots.of(snapshot.facts(), snapshot.digest());
        return wanted.stream()
                .sorted()
                .filter(id -> Arrays.stream(Kind.values())
                        .noneMatch(kind -> facts.find(kind, id).isPresent()))
                .findFirst()
                .map(id -> new StrangeFilter("subject", id, Optional.empty()));
    }

    @Override
    public Calendar deadlines(String network, @Nullable LocalDate from, int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new FaultException(
                    new Fault("bad-days", days + " days are out of range", "/days", 0, 0, "use 0 to " + MAX_DAYS));
        }
        SnapshotRow snapshot = newest(network);
        LocalDate first = day(snapshot, from);
        LocalDate last = first.plusDays(days);
        Map<String, AuditView> nearest = new NearestAudits(store, audits, rules).of(network, installed(), first);
        Set<String> told = new HashSet<>();
        List<Deadline> due = all(snapshot, network, first, nearest).stream()
                .filter(one -> !one.day().isAfter(last))
                .filter(one -> told.add(one.id()))
                .sorted(Comparator.comparing((Deadline one) -> !one.isOverdue(first))
                        .thenComparing(Deadline::severity)
                        .thenComparing(Deadline::day)
                        .thenComparing(Deadline::regime)
                        .thenComparing(Deadline::about)
                        .thenComparing(Deadline::id))
                .toList();
        Optional<AuditView> audit = nearest.values().stream()
                .max(Comparator.comparing(AuditView::createdAt).thenComparing(AuditView::id));
        Instant changed = Stream.concat(
                        Stream.of(snapshot.recordedAt()),
                        nearest.values().stream().map(AuditView::finishedAt).flatMap(Stream::ofNullable))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Calendar(
                network,
                store.read(tx -> NetworkService.find(tx, network)).name(),
                first,
                last,
                changed,
                audit.map(AuditView::id).orElse(null),
                due,
                store.read(tx -> packs.silent(tx, first)),
                unjudged(snapshot, first, nearest));
    }

    /** Who audits by some regimes is not told of another one that asks nothing of the network. */
    private List<Unjudged> unjudged(SnapshotRow snapshot, LocalDate day, Map<String, AuditView> nearest) {
        Set<String> busy = cases(snapshot, day).stream().map(CaseView::regime).collect(Collectors.toSet());
        List<Unjudged> all = new ArrayList<>();
        for (String regime : speaking(snapshot.network(), day)) {
            AuditView audit = nearest.get(regime);
            if (audit == null ? nearest.isEmpty() || busy.contains(regime) : !knows(audit, snapshot)) {
                all.add(new Unjudged(regime, audit == null ? null : audit.id()));
            }
        }
        return all;
    }

    private static boolean knows(AuditView audit, SnapshotRow snapshot) {
        return audit.snapshot().equals(snapshot.digest());
    }

    @Override
    public List<Undated> undated(String network, @Nullable LocalDate from) {
        SnapshotRow snapshot = newest(network);
        LocalDate first = day(snapshot, from);
        UndatedFindings findings = new UndatedFindings(audits, rules, cases(snapshot, first));
        return new NearestAudits(store, audits, rules)
                .of(network, installed(), first).entrySet().stream()
                        .flatMap(one -> findings.of(one.getValue(), one.getKey()).stream())
                        .toList();
    }

    private List<Deadline> all(SnapshotRow snapshot, String network, LocalDate first, Map<String, AuditView> nearest) {
        List<CaseView> cases = cases(snapshot, first);
        NetworkFacts read = snapshots.of(snapshot.facts(), snapshot.digest());
        ClockedRecords clocks = new ClockedRecords(cases, read);
        FactDays facts = new FactDays(read, clocks, first);
        List<Deadline> asked = new ArrayList<>(CaseDays.of(cases, cases(snapshot, first.minusDays(1)), first));
        nearest.forEach((regime, audit) -> asked.addAll(
                new FindingDays(audits, rules, clocks, then(network, audit).orElse(clocks)).of(audit, regime)));
        List<Deadline> all = new ArrayList<>(ToldTwice.merged(asked, facts.all()));
        all.addAll(CaseQuestions.of(cases));
        all.addAll(WaiverDays.of(store.read(tx -> tx.waivers().of(network)).stream()
                .filter(waiver -> !waiver.until().isBefore(first))
                .toList()));
        NamedByPapers papers = new NamedByPapers(read);
        all.replaceAll(papers::in);
        return all;
    }

    /** What cases told when an audit was made; nothing where the facts of then were removed. */
    private Optional<ClockedRecords> then(String network, AuditView audit) {
        return store.read(tx -> tx.networks().byDigest(network, audit.snapshot(), audit.knownAt()))
                .filter(snapshot -> snapshot.removed() == null)
                .map(snapshot -> new ClockedRecords(
                        cases(snapshot, audit.asOf()), snapshots.of(snapshot.facts(), snapshot.digest())));
    }

    private SnapshotRow newest(String network) {
        return store.read(tx -> NetworkService.newest(tx, network));
    }

    private LocalDate day(SnapshotRow snapshot, @Nullable LocalDate wanted) {
        return wanted == null ? moments.today(snapshots.zone(snapshot)) : wanted;
    }

    private List<CaseView> cases(SnapshotRow snapshot, LocalDate asOf) {
        List<CaseView> all = new ArrayList<>();
        for (PackRow pack : store.read(tx -> packs.speaking(tx, asOf))) {
            List<Object> key = List.of(snapshot.facts(), snapshot.recordedAt(), pack.digest(), asOf);
            all.addAll(known.get(key, any -> replay(snapshot, pack.digest(), asOf)));
        }
        return all;
    }

    private List<CaseView> replay(SnapshotRow snapshot, String digest, LocalDate asOf) {
        Rules compiled = rules.of(digest);
        RulePack pack = compiled.pack();
        if (pack.procedures().isEmpty()) {
            return List.of();
        }
        PreparedFacts facts = snapshots.prepared(snapshot.facts(), snapshot.digest());
        LocalDate recordedOn = snapshot.recordedAt().atZone(pack.timeZone()).toLocalDate();
        AuditTerms terms = new AuditTerms(asOf, recordedOn, Map.of());
        Evaluation evaluation = compiled.open(facts, terms);
        return evaluation.cases().stream()
                .map(one -> CaseViews.of(pack, one, asOf, evaluation::ask))
                .toList();
    }
}
