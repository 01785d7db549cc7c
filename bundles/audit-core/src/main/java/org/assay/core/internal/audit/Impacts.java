package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.Outcome;
import org.assay.core.ConflictException;
import org.assay.core.ImpactView;
import org.assay.core.ImpactView.NewDay;
import org.assay.core.ImpactView.Tally;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.store.AuditRow;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.RowFlips;
import org.jspecify.annotations.Nullable;

/** Counts what going from one audit to another means. */
final class Impacts {
    /** Days need the texts of a verdict, which the interpreter writes one by one. */
    private static final int DAYS_OF = 2_000;

    private static final List<String> BY = List.of("requirement", "site", "supplier", "function");

    private final Judged from;
    private final Judged to;
    private final Differing differing;
    private final Findings texts;
    private final NetworkFacts before;
    private final NetworkFacts after;
    private final Map<String, Map<Tally, Long>> tallies = new LinkedHashMap<>();
    private final Map<NewDay, Long> days = new HashMap<>();
    private long newFindings;
    private long goneFindings;
    private long looked;

    Impacts(
            Judged from,
            Judged to,
            VerdictFilter filter,
            Findings texts,
            Alignment.Source alignments,
            Snapshots snapshots) {
        this.from = from;
        this.to = to;
        this.texts = texts;
        this.differing = new Differing(from, to, filter, texts, alignments);
        this.before = snapshots.of(from.row().facts(), from.row().digest());
        this.after = snapshots.of(to.row().facts(), to.row().digest());
        BY.forEach(by -> tallies.put(by, new HashMap<>()));
    }

    /** From one network to another nothing changes; what looked like it would be the difference of two inventories. */
    static void requireSameNetwork(AuditRow one, AuditRow other) {
        if (!one.network().equals(other.network())) {
            throw new ConflictException(
                    "other-network",
                    "the audit '" + one.id() + "' is of the network '" + one.network() + "', and '" + other.id()
                            + "' of '" + other.network() + "'",
                    "name two audits of one network; GET /audits?network=" + one.network() + " lists those it has",
                    Map.of("networks", List.of(one.network(), other.network())));
        }
    }

    ImpactView view() {
        List<Differing.Part> parts = differing.parts();
        for (Differing.Part part : parts) {
            part.flips().rows().forEach(row -> row(part, row));
        }
        long changed = parts.stream().mapToLong(part -> part.flips().size()).sum();
        Map<String, List<Tally>> sorted = new LinkedHashMap<>();
        tallies.forEach((by, counts) -> sorted.put(by, gravestFirst(counts)));
        return new ImpactView(
                from.row().id(),
                to.row().id(),
                changed,
                newFindings,
                goneFindings,
                Differing.flips(parts),
                sorted,
                newDays(),
                looked);
    }

    private void row(Differing.Part part, RowFlips row) {
        for (RowFlips.Flip flip : row.flips()) {
            boolean was = flip.from() != null && flip.from().isFinding();
            boolean is = flip.to() != null && flip.to().isFinding();
            newFindings += is && !was ? flip.count() : 0;
            goneFindings += was && !is ? flip.count() : 0;
            add("requirement", row.requirement(), flip, flip.count());
            if (row.kind().equals(Kind.COMPONENT.word())) {
                Iterator<RowFlips.Change> changes = row.changes(flip.places(), 0);
                changes.forEachRemaining(change -> component(change.subject(), flip));
            }
        }
        Iterator<RowFlips.Change> changes = row.changes(row.changed(), 0);
        while (changes.hasNext() && looked < DAYS_OF) {
            day(part, row, changes.next());
            looked++;
        }
    }

    private void component(String id, RowFlips.Flip flip) {
        Optional<FactRecord> now = after.find(Kind.COMPONENT, id);
        FactRecord record = now.orElseGet(() -> before.find(Kind.COMPONENT, id).orElseThrow());
        add("site", record.text("site").orElse(""), flip, 1);
        add("supplier", record.text("supplier").orElse(""), flip, 1);
        List<?> functions = record.values().get("functions") instanceof List<?> list ? list : List.of();
        functions.forEach(function -> add("function", String.valueOf(function), flip, 1));
        if (functions.isEmpty()) {
            add("function", "", flip, 1);
        }
    }

    private void add(String by, String key, RowFlips.Flip flip, long count) {
        tallies.getOrDefault(by, Map.of()).merge(new Tally(key, flip.from(), flip.to(), 0), count, Long::sum);
    }

    private void day(Differing.Part part, RowFlips row, RowFlips.Change change) {
        LocalDate due = due(to, part.after(), row.after(), change.numberAfter(), change.after());
        if (due != null
                && !due.equals(due(from, part.before(), row.before(), change.numberBefore(), change.before()))) {
            days.merge(new NewDay(due, row.requirement(), 0), 1L, Long::sum);
        }
    }

    private @Nullable LocalDate due(Judged audit, BitmapMatrix matrix, @Nullable BitmapRow row, int number, int cell) {
        return row == null || number < 0
                ? null
                : texts.verdict(audit, new Ruling(matrix, row, number, cell)).due();
    }

    private List<NewDay> newDays() {
        return days.entrySet().stream()
                .map(day -> new NewDay(day.getKey().day(), day.getKey().requirement(), day.getValue()))
                .sorted(Comparator.comparing(NewDay::day).thenComparing(NewDay::requirement))
                .limit(ImpactView.MOST)
                .toList();
    }

    private static List<Tally> gravestFirst(Map<Tally, Long> counts) {
        List<Tally> all = new ArrayList<>();
        counts.forEach((tally, count) -> all.add(new Tally(tally.key(), tally.from(), tally.to(), count)));
        all.sort(Comparator.comparingInt((Tally tally) -> gravity(tally.to()))
                .thenComparing(Tally::count, Comparator.reverseOrder())
                .thenComparing(Tally::key)
                .thenComparing(tally -> String.valueOf(tally.from())));
        return all.stream().limit(ImpactView.MOST).toList();
    }

    private static int gravity(@Nullable Outcome outcome) {
        return outcome == null ? Outcome.values().length : outcome.ordinal();
    }
}
