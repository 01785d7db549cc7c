package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.api.Severity;
import org.assay.core.CaseView;
import org.assay.core.Deadline;

/**
 * What the clocks of cases make due, or made due and is still undone: one entry for all cases whose clocks ask for the same on
 * the same day.
 */
final class CaseDays {
    private static final int SHOWN = 10;

    private CaseDays() {}

    /** A clock that runs in a case. */
    private record Running(CaseView one, CaseView.Clock clock) {
        List<Object> key() {
            return List.of(one.regime(), one.procedure(), clock.to(), clock.lastDay(), clock.actor(), clock.task());
        }
    }

    /** A clock that tells no task only leads on, and one that will not lead on asks nobody to act. */
    private static Stream<Running> running(List<CaseView> cases) {
        return clocks(cases).filter(running -> running.clock().asks());
    }

    private static Stream<Running> clocks(List<CaseView> cases) {
        return cases.stream().flatMap(one -> one.clocks().stream().map(clock -> new Running(one, clock)));
    }

    /**
     * What is due.
     *
     * @param today cases as of the day
     * @param before cases as of the day before: a clock that strikes at the end of the day has struck as of that day, but the
     *     day is the last in time
     */
    static List<Deadline> of(List<CaseView> today, List<CaseView> before, LocalDate day) {
        Map<List<Object>, List<Running>> groups = new LinkedHashMap<>();
        Stream<Running> last = clocks(before)
                .filter(one -> !one.clock().task().isEmpty())
                .filter(one -> one.clock().lastDay().equals(day))
                .filter(one ->
                        today.stream().anyMatch(other -> same(one.one(), other) && struck(other, one.clock(), day)));
        Stream.of(running(today), last, overdue(today, day))
                .flatMap(some -> some)
                .forEach(one -> groups.computeIfAbsent(one.key(), k -> new ArrayList<>())
                        .add(one));
        return groups.values().stream().map(CaseDays::deadline).toList();
    }

    /** On its last day a task is not overdue yet. */
    private static Stream<Running> overdue(List<CaseView> cases, LocalDate day) {
        return cases.stream()
                .flatMap(one -> one.overdue().stream().map(clock -> new Running(one, clock)))
                .filter(one -> one.clock().lastDay().isBefore(day));
    }

    private static boolean same(CaseView one, CaseView other) {
        return one.regime().equals(other.regime())
                && one.procedure().equals(other.procedure())
                && one.subject().equals(other.subject());
    }

    private static boolean struck(CaseView one, CaseView.Clock clock, LocalDate day) {
        return one.history().stream()
                .anyMatch(move -> day.equals(move.day())
                        && move.evidence().isEmpty()
                        && move.to().equals(clock.to()));
    }

    /** Two moves may ask for the same, of different weight: the graver one counts. */
    private static Severity severity(List<Running> group) {
        return group.stream()
                .map(some -> some.clock().severity())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Deadline deadline(List<Running> group) {
        CaseView one = group.get(0).one();
        CaseView.Clock clock = group.get(0).clock();
        String about = one.procedure() + " → " + clock.to();
        return new Deadline(
                DeadlineIds.of(
                        Deadline.Kind.CLOCK,
                        clock.lastDay(),
                        one.regime(),
                        about,
                        clock.actor(),
                        clock.task().getOrDefault("en", "")),
                clock.lastDay(),
                Deadline.Kind.CLOCK,
                severity(group),
                one.regime(),
                about,
                clock.actor(),
                clock.task(),
                one.source().act() + ", " + one.source().section(),
                group.stream().map(some -> some.one().subject()).limit(SHOWN).toList(),
                group.size(),
                group.stream()
                        .flatMap(some -> some.clock().missing().stream())
                        .distinct()
                        .limit(SHOWN)
                        .toList());
    }
}
