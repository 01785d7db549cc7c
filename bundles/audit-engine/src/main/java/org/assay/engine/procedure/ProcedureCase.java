package org.assay.engine.procedure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One case of a procedure on one day, replayed from the evidence that can be seen then. Immutable.
 *
 * @param procedure the procedure's name in its pack
 * @param subject the record that opened it; with the procedure's name it identifies the case
 * @param opened the day on which it began; null where that is not known, or where it began before all days
 * @param states the states it may be in; more than one where facts are missing, {@link #NONE} where it may not exist
 * @param since the day of its last move; null where that is not known
 * @param history its moves in their order; where facts are missing, one of the courses it may have taken
 * @param clocks the clocks that run, by day
 * @param turns where it may be in several states, the last day in time of the first clock of any of them; else, and where none
 *     runs, null
 * @param courses where it may be in several states, the moves of each course that it may have taken; else empty
 * @param idle the evidence about it that moved nothing, with the reason
 * @param missing the paths of the facts that are missing, such as {@code evidence/f/received}; empty where the state is known
 * @param undated the paths of the facts for want of which, though the state is known, the day of a move is not
 * @param error what broke in its rules; empty where nothing did
 */
public record ProcedureCase(
        String procedure,
        Subject subject,
        @Nullable LocalDate opened,
        SortedSet<String> states,
        @Nullable LocalDate since,
        List<CaseMove> history,
        List<CaseClock> clocks,
        @Nullable LocalDate turns,
        List<List<CaseMove>> courses,
        List<IdleRecord> idle,
        SortedSet<String> missing,
        SortedSet<String> undated,
        String error) {
    /** In place of a state: there is no such case. */
    public static final String NONE = "NONE";

    private static final Comparator<CaseClock> SOONEST =
            Comparator.comparing(CaseClock::lastDay).thenComparing(clock -> !clock.asks());

    public ProcedureCase {
        states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
        history = List.copyOf(history);
        clocks = List.copyOf(clocks);
        courses = courses.stream().map(List::copyOf).toList();
        idle = List.copyOf(idle);
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        undated = Collections.unmodifiableSortedSet(new TreeSet<>(undated));
    }

    /** Its state; empty where that is not known, or something broke. */
    public Optional<String> state() {
        boolean known = error.isEmpty() && missing.isEmpty() && states.size() == 1;
        return known ? Optional.of(states.first()) : Optional.empty();
    }

    /** The clock that runs until the first day; of several, one that asks somebody to act. */
    public Optional<CaseClock> next() {
        return clocks.stream().min(SOONEST);
    }

    /**
     * The same for people: without those that will not strike, and without a day on which, among others, one that asks nobody would
     * leave the case in its state, which is only a look at it.
     */
    public Optional<CaseClock> ahead() {
        return clocks.stream().filter(this::matters).min(SOONEST);
    }

    private boolean matters(CaseClock clock) {
        return clock.asks()
                || !clock.idle()
                        && clocks.stream().noneMatch(other -> other.day().equals(clock.day()) && stays(other));
    }

    private boolean stays(CaseClock clock) {
        return clock.task().isEmpty() && states.size() == 1 && states.contains(clock.to());
    }
}
