package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.LegalSource;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A case of a procedure as it stands on a day.
 *
 * @param regime the regime's id
 * @param packVersion the edition of its rules
 * @param procedure the procedure's name; with regime and subject it identifies the case
 * @param title the procedure's, by language
 * @param source the law that orders it
 * @param severity how grave it is to miss a day of it; null where that follows from who is to act
 * @param subject the record that opened it
 * @param state its state; null where facts are missing
 * @param stateTitle the state's, by language; empty where it is not known
 * @param possible the states it may be in; one where the state is known
 * @param ended whether nothing can follow
 * @param breach whether its state is a breach or a missed day
 * @param opened its first day; null where that is not known
 * @param since the day on which it came into its state, whatever looked at it since; null where that is not known
 * @param history its moves, in their order
 * @param clocks the clocks that run, by day
 * @param overdue what clocks that struck had asked for and that is still to be done, or the breach that stands
 * @param idle the evidence about it that moved nothing
 * @param missing the facts for want of which the state is not known
 * @param undated the facts for want of which, though the state is known, the day of a move is not
 * @param question what is to be answered where it may be in several states, one of which goes on or is a breach, until the first
 *     day on which one of them moves by itself, else the day itself; null elsewhere
 * @param error what broke in its rules; empty where nothing did
 */
public record CaseView(
        String regime,
        String packVersion,
        String procedure,
        Map<String, String> title,
        LegalSource source,
        @Nullable Severity severity,
        Subject subject,
        @Nullable String state,
        Map<String, String> stateTitle,
        List<String> possible,
        boolean ended,
        boolean breach,
        @Nullable LocalDate opened,
        @Nullable LocalDate since,
        List<Move> history,
        List<Clock> clocks,
        List<Clock> overdue,
        List<Idle> idle,
        List<String> missing,
        List<String> undated,
        @Nullable Question question,
        String error) {
    public CaseView {
        title = Texts.copy(title);
        stateTitle = Texts.copy(stateTitle);
        possible = List.copyOf(possible);
        history = List.copyOf(history);
        clocks = List.copyOf(clocks);
        overdue = List.copyOf(overdue);
        idle = List.copyOf(idle);
        missing = List.copyOf(missing);
        undated = List.copyOf(undated);
    }

    /**
     * A move.
     *
     * @param day when; null where that is not known
     * @param from the state left; empty for the opening
     * @param to the state entered
     * @param actor who moved, or whose silence did; empty for the opening
     * @param evidence the id of the record that is the move; empty where a clock struck
     * @param document the digest of its document; empty where there is none
     */
    public record Move(
            @Nullable LocalDate day, String from, String to, String actor, String evidence, String document) {}

    /**
     * Evidence that moved nothing.
     *
     * @param evidence its id
     * @param state the state of the case in which it came
     * @param why what stood in the way: state, actor, condition, document, unknown or later
     * @param actor for {@code actor} whose record it would have to be; else empty
     * @param day for {@code later} from when on it takes effect; else, and where that is not known, null
     */
    public record Idle(String evidence, String state, String why, String actor, @Nullable LocalDate day) {}

    /**
     * What is to be answered to know a state.
     *
     * @param day until when; before the day of the case where it may be late, or in breach, already
     * @param of whom to ask first
     * @param text between which states it is open, by language
     * @param missing the facts
     */
    public record Question(LocalDate day, String of, Map<String, String> text, List<Verdict.MissingFact> missing) {
        public Question {
            text = Texts.copy(text);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A clock that runs, or that struck.
     *
     * @param day when it strikes
     * @param lastDay the last day in time
     * @param to the state that it leads to
     * @param actor who is to act until then
     * @param task what is to be done, by language; may be empty
     * @param severity how grave it is to miss it
     * @param idle whether, by all that is known, nobody will have to: its condition will not hold on its day
     * @param missing the facts for want of which that is not known
     */
    public record Clock(
            LocalDate day,
            LocalDate lastDay,
            String to,
            String actor,
            Map<String, String> task,
            Severity severity,
            boolean idle,
            List<Verdict.MissingFact> missing) {
        public Clock {
            task = Texts.copy(task);
            missing = List.copyOf(missing);
        }

        /** Whether somebody is to act. */
        public boolean asks() {
            return !idle && !task.isEmpty();
        }
    }
}
