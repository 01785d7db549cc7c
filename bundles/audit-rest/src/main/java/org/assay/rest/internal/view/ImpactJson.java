package org.assay.rest.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.core.ImpactView;
import org.jspecify.annotations.Nullable;

/** What going from one audit to another means, as the API writes it. */
public record ImpactJson(
        String from,
        String to,
        long changed,
        long newFindings,
        long goneFindings,
        List<DiffJson.Flip> flips,
        Map<String, List<Tally>> by,
        List<Day> newDays,
        long daysLookedAt) {

    /** From what core knows. */
    public static ImpactJson of(ImpactView impact) {
        Map<String, List<Tally>> by = new LinkedHashMap<>();
        impact.tallies()
                .forEach((name, tallies) ->
                        by.put(name, tallies.stream().map(Tally::of).toList()));
        return new ImpactJson(
                impact.from(),
                impact.to(),
                impact.changed(),
                impact.newFindings(),
                impact.goneFindings(),
                impact.flips().stream().map(DiffJson.Flip::of).toList(),
                by,
                impact.newDays().stream().map(Day::of).toList(),
                impact.daysLookedAt());
    }

    /** Flips of one sort that concern one thing. */
    public record Tally(String key, @Nullable Outcome from, @Nullable Outcome to, long count) {
        static Tally of(ImpactView.Tally tally) {
            return new Tally(tally.key(), tally.from(), tally.to(), tally.count());
        }
    }

    /** A day by which something must be done that was not asked before. */
    public record Day(String day, String requirement, long count) {
        static Day of(ImpactView.NewDay day) {
            return new Day(day.day().toString(), day.requirement(), day.count());
        }
    }

    /** A line of the table. */
    public record Line(String by, Tally tally) {
        /** Its cells. */
        public List<String> cells() {
            return List.of(
                    by,
                    tally.key(),
                    String.valueOf(tally.from() == null ? "" : tally.from()),
                    String.valueOf(tally.to() == null ? "" : tally.to()),
                    String.valueOf(tally.count()));
        }
    }

    /** All tallies as a table. */
    public List<Line> lines() {
        return by.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(tally -> new Line(entry.getKey(), tally)))
                .toList();
    }
}
