package org.assay.core.internal.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.assay.core.AuditDiff;
import org.assay.core.OutlookView;
import org.assay.core.Outlooks;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.audit.OutlookCourse.Judging;
import org.assay.core.internal.audit.OutlookCourse.Plan;
import org.assay.core.internal.audit.OutlookCourse.Step;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.regime.RegimeService;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Cursors;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.matrix.RowFlips;

/** What will change if nobody does anything: audits of the days to come, held against each other as previews are. */
final class OutlookService implements Outlooks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long KEPT_BYTES = 256L << 20;
    private static final int CHUNK = 500;

    private final Store store;
    private final RegimePacks packs;
    private final Snapshots snapshots;
    private final Moments moments;
    private final Matrices matrices;
    private final Findings findings;
    private final Judging judging;
    private final BoundedCache<List<Object>, OutlookCourse> courses =
            new BoundedCache<>(KEPT_BYTES, OutlookCourse::weight);

    OutlookService(
            Store store,
            RegimePacks packs,
            Snapshots snapshots,
            Moments moments,
            Matrices matrices,
            Findings findings,
            Judging judging) {
        this.store = store;
        this.packs = packs;
        this.snapshots = snapshots;
        this.moments = moments;
        this.matrices = matrices;
        this.findings = findings;
        this.judging = judging;
    }

    /** A day with what changes. */
    private record Changing(Step step, Differing differing, List<Differing.Part> parts, long size) {}

    /** What is known by now. */
    private record Known(
            SnapshotRow snapshot, LocalDate from, LocalDate to, LocalDate looked, boolean full, List<Changing> days) {
        OutlookView view(Page<OutlookView.Change> changes) {
            List<OutlookView.Day> shown = days.stream().map(OutlookService::day).toList();
            return new OutlookView(snapshot.network(), snapshot.digest(), from, to, looked, full, shown, changes);
        }

        long total() {
            return days.stream().mapToLong(Changing::size).sum();
        }
    }

    @Override
    public OutlookView outlook(String network, Set<String> regimes, int days, PageRequest page) {
        Known known = known(network, regimes, days);
        Object[] list = {"outlook", known.snapshot().digest(), new TreeSet<>(regimes), known.from(), known.looked()};
        Cursors cursors = Cursors.of(list);
        Long position = cursors.readNumber(page.cursor());
        long total = known.total();
        long first = Math.min(position == null ? 0 : position, total);
        List<OutlookView.Change> changes = changes(known, first, page.limit());
        long end = first + changes.size();
        return known.view(new Page<>(changes, end < total ? cursors.write(end) : null, total));
    }

    @Override
    public OutlookView forEachChange(String network, Set<String> regimes, int days, Consumer<OutlookView.Change> sink) {
        Known known = known(network, regimes, days);
        for (long first = 0; first < known.total(); first += CHUNK) {
            changes(known, first, CHUNK).forEach(sink);
        }
        return known.view(new Page<>(List.of(), null, known.total()));
    }

    private Known known(String network, Set<String> regimes, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new FaultException(
                    new Fault("bad-days", days + " days are out of range", "/days", 0, 0, "use 1 to " + MAX_DAYS));
        }
        SnapshotRow snapshot = store.read(tx -> NetworkService.newest(tx, network));
        ZoneId zone = snapshots.zone(snapshot);
        LocalDate from = moments.today(zone);
        List<Plan> plans = store.read(tx -> plans(tx, snapshot, regimes, from, days, zone));
        List<OutlookCourse> all = plans.stream().map(this::course).toList();
        LocalDate to = from.plusDays(days);
        goOn(all, to);
        LocalDate looked = looked(all, to);
        List<Changing> changing = all.stream()
                .flatMap(course -> course.steps().stream())
                .filter(step -> !step.day().isAfter(looked))
                .sorted(Comparator.comparing(Step::day).thenComparing(Step::regime))
                .map(this::changing)
                .filter(some -> some.size() > 0)
                .toList();
        boolean full = behind(all).filter(OutlookCourse::isFull).isPresent();
        return new Known(snapshot, from, to, looked, full, changing);
    }

    /** For some seconds, and in any case until one more day is known. Those that are behind come first. */
    private static void goOn(List<OutlookCourse> all, LocalDate to) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LocalDate begun = looked(all, to);
        LocalDate known = begun;
        while (known.isBefore(to) && (System.nanoTime() - end < 0 || known.equals(begun))) {
            OutlookCourse behind = behind(all).orElseThrow();
            if (behind.isFull()) {
                return;
            }
            behind.goOn();
            known = looked(all, to);
        }
    }

    private static Optional<OutlookCourse> behind(List<OutlookCourse> all) {
        return all.stream().min(Comparator.comparing(OutlookCourse::looked));
    }

    private static LocalDate looked(List<OutlookCourse> all, LocalDate to) {
        return behind(all).map(OutlookCourse::looked).orElse(to);
    }

    private OutlookCourse course(Plan plan) {
        List<Object> key = List.of(
                plan.snapshot().facts(),
                plan.snapshot().recordedAt(),
                plan.regime(),
                plan.speaking() == null ? "" : plan.speaking().digest(),
                plan.course().entrySet().stream()
                        .map(one -> one.getKey()
                                + one.getValue().map(PackRow::digest).orElse(""))
                        .toList(),
                plan.from(),
                plan.to());
        return courses.get(key, any -> new OutlookCourse(plan, judging));
    }

    private List<Plan> plans(
            Transaction tx, SnapshotRow snapshot, Set<String> regimes, LocalDate from, int days, ZoneId zone) {
        List<String> installed = tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .map(RegimeRow::id)
                .toList();
        regimes.forEach(regime -> RegimeService.requireInstalled(tx, regime));
        List<Plan> plans = new ArrayList<>();
        for (String regime : installed) {
            if (regimes.isEmpty() || regimes.contains(regime)) {
                LocalDate to = from.plusDays(days);
                PackRow now = packs.on(tx, regime, from, moments.now()).orElse(null);
                plans.add(new Plan(snapshot, regime, now, packs.course(tx, regime, from, to, zone), from, to));
            }
        }
        return plans;
    }

    private Changing changing(Step step) {
        Differing differing = new Differing(step.before(), step.after(), VerdictFilter.ALL, findings, matrices::align);
        List<Differing.Part> parts = differing.parts();
        return new Changing(
                step,
                differing,
                parts,
                parts.stream().mapToLong(part -> part.flips().size()).sum());
    }

    private static OutlookView.Day day(Changing changing) {
        Step step = changing.step();
        List<RowFlips.Flip> flips = changing.parts().stream()
                .flatMap(part -> part.flips().rows().stream())
                .flatMap(row -> row.flips().stream())
                .toList();
        PackRow pack = step.pack();
        return new OutlookView.Day(
                step.day(),
                step.regime(),
                pack == null ? null : pack.version(),
                step.because(),
                changing.size(),
                count(flips, false, true),
                count(flips, true, false),
                Differing.flips(changing.parts()));
    }

    private static long count(List<RowFlips.Flip> flips, boolean before, boolean after) {
        return flips.stream()
                .filter(flip -> (flip.from() != null && flip.from().isFinding()) == before)
                .filter(flip -> (flip.to() != null && flip.to().isFinding()) == after)
                .mapToLong(RowFlips.Flip::count)
                .sum();
    }

    private static List<OutlookView.Change> changes(Known known, long first, int limit) {
        List<OutlookView.Change> changes = new ArrayList<>();
        long before = first;
        for (Changing day : known.days()) {
            if (before < day.size() && changes.size() < limit) {
                for (AuditDiff.Change change : day.differing().changes(day.parts(), before, limit - changes.size())) {
                    changes.add(new OutlookView.Change(day.step().day(), change.from(), change.to()));
                }
            }
            before = Math.max(0, before - day.size());
        }
        return changes;
    }
}
