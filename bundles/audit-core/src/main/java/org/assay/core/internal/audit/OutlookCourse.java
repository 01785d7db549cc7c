package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.Json;
import org.assay.core.store.AuditRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.SnapshotRow;
import org.assay.engine.eval.TurningDay;
import org.assay.engine.matrix.BitmapMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What one regime says of one snapshot from day to day. It is judged on the first day, and then on each day on which something
 * may change and on no other; what it came to is kept, so that it goes on where it stopped. Thread-safe.
 */
final class OutlookCourse {
    /** What the verdicts of all days together may take, in bytes. */
    private static final long MOST_BYTES = 192L << 20;

    private final Plan plan;
    private final Judging judging;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Judged now;
    private @Nullable PackRow pack;

    /** The next days on which something may change, as far as that is known. */
    private final Deque<TurningDay> ahead = new ArrayDeque<>();

    private LocalDate day;
    private LocalDate looked;
    private long bytes;

    /**
     * What is looked at.
     *
     * @param speaking the pack of this moment; null if there is none
     * @param course which pack speaks from which day on, the first day included
     */
    record Plan(
            SnapshotRow snapshot,
            String regime,
            @Nullable PackRow speaking,
            SortedMap<LocalDate, Optional<PackRow>> course,
            LocalDate from,
            LocalDate to) {}

    /** What judges. */
    record Judging(Evaluations evaluations, RuleSets rules, Json json) {}

    /**
     * A day on which verdicts may have changed.
     *
     * @param pack the pack that speaks from then on; null if there is none
     * @param because what is reached or passed
     */
    record Step(
            LocalDate day, String regime, @Nullable PackRow pack, List<String> because, Judged before, Judged after) {
        Step {
            because = List.copyOf(because);
        }
    }

    OutlookCourse(Plan plan, Judging judging) {
        this.plan = plan;
        this.judging = judging;
        this.pack = plan.speaking();
        this.day = plan.from();
        this.looked = plan.from().minusDays(1);
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The last day up to which all is known. */
    synchronized LocalDate looked() {
        return looked;
    }

    synchronized long weight() {
        return 1 + bytes;
    }

    /** Whether it goes no further although there are days left: so much changes that no more is kept. */
    synchronized boolean isFull() {
        return looked.isBefore(plan.to()) && bytes >= MOST_BYTES;
    }

    /** Looks at the next day on which something may change, unless all days are looked at or it is full. */
    synchronized void goOn() {
        if (looked.isBefore(plan.to()) && !isFull()) {
            advance();
        }
    }

    private void advance() {
        Judged before = now;
        if (before == null) {
            now = judged(plan.from(), pack);
            PackRow end = plan.course().get(plan.from()).orElse(null);
            if (!same(pack, end)) {
                step(plan.from(), end, List.of());
            }
            looked = plan.from();
            return;
        }
        TurningDay turn = turn();
        LocalDate swap = plan.course().tailMap(day.plusDays(1)).isEmpty()
                ? plan.to().plusDays(1)
                : plan.course().tailMap(day.plusDays(1)).firstKey();
        LocalDate next = swap.isAfter(turn.day()) ? turn.day() : swap;
        if (next.isAfter(plan.to())) {
            looked = plan.to();
            return;
        }
        step(
                next,
                plan.course()
                        .headMap(next.plusDays(1))
                        .get(plan.course().headMap(next.plusDays(1)).lastKey())
                        .orElse(null),
                turn.day().equals(next) ? turn.because() : List.of());
        looked = next;
    }

    private static boolean same(@Nullable PackRow one, @Nullable PackRow other) {
        return one == null ? other == null : other != null && one.digest().equals(other.digest());
    }

    /** Without a pack nothing turns. */
    private TurningDay turn() {
        Judged of = now;
        int left = (int) ChronoUnit.DAYS.between(day, plan.to());
        if (ahead.isEmpty() && of != null && !of.parts().isEmpty() && left > 0) {
            ahead.addAll(judging.evaluations()
                    .of(of.row(), of.parts().get(0).row())
                    .ask(evaluation -> evaluation.turns(left)));
        }
        return ahead.isEmpty() ? new TurningDay(plan.to().plusDays(1), List.of()) : ahead.getFirst();
    }

    private void step(LocalDate next, @Nullable PackRow speaker, List<String> reasons) {
        Judged before = now;
        Judged after = judged(next, speaker);
        List<String> because = new ArrayList<>(reasons);
        if (!same(pack, speaker)) {
            because.add(
                    speaker == null
                            ? "no pack speaks from then on"
                            : "pack " + speaker.version() + " speaks from then on");
        }
        if (before != null && differ(before, after)) {
            steps.add(new Step(next, plan.regime(), speaker, because, before, after));
            bytes += after.matrices().stream().mapToLong(BitmapMatrix::weight).sum();
        }
        ahead.removeIf(turn -> !turn.day().isAfter(next));
        if (!same(pack, speaker)) {
            ahead.clear();
        }
        now = after;
        pack = speaker;
        day = next;
    }

    /** Whether anything may have changed: the same verdicts of requirements that mean the same have not. */
    private static boolean differ(Judged before, Judged after) {
        if (before.parts().isEmpty() || after.parts().isEmpty()) {
            return before.parts().size() != after.parts().size();
        }
        BitmapMatrix one = before.parts().get(0).matrix();
        BitmapMatrix other = after.parts().get(0).matrix();
        return !one.digest().equals(other.digest())
                || !one.rows().keySet().equals(other.rows().keySet())
                || one.rows().entrySet().stream().anyMatch(row -> !row.getValue()
                        .head()
                        .equals(other.rows().get(row.getKey()).head()));
    }

    private Judged judged(LocalDate asOf, @Nullable PackRow speaker) {
        List<AuditRow.Part> parts = speaker == null ? List.of() : List.of(part(speaker));
        AuditRow row = new AuditRow(
                "outlook",
                plan.snapshot().network(),
                plan.snapshot().number(),
                plan.snapshot().digest(),
                plan.snapshot().facts(),
                asOf,
                plan.snapshot().recordedAt(),
                "RUNNING",
                null,
                plan.snapshot().recordedAt(),
                "",
                null,
                parts);
        List<Judged.Part> judged = parts.stream()
                .map(part -> new Judged.Part(
                        part, judging.evaluations().of(row, part).ask(evaluation -> evaluation.judge(done -> {}))))
                .toList();
        return new Judged(row, judged, new Waived(List.of()));
    }

    private AuditRow.Part part(PackRow row) {
        var options =
                Options.plain(Options.choose(judging.rules().of(row.digest()).pack(), java.util.Map.of()));
        return new AuditRow.Part(
                row.regime(),
                row.version(),
                row.digest(),
                row.language(),
                judging.json().write(options),
                null,
                null,
                null);
    }
}
