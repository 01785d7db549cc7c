package org.assay.engine.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assay.api.LegalSource;
import org.assay.api.Severity;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A formal process of a regime as a state machine; its cases are replayed from evidence. Immutable.
 *
 * @param name the name in the pack
 * @param title for people, by language
 * @param source the law that orders it
 * @param severity how grave it is to miss a day of it, where no move or state says otherwise; null where that follows from who is
 *     to act
 * @param openings what opens a case, in the order of the file; a record opens one case at most, by the first that fits
 * @param effective by kind of evidence, the day from which such a record moves a case, where that is later than the day on
 *     which it came
 * @param states by name, in the order of the file
 * @param moves in the order of the file, which is also that in which they are tried
 * @param trials worked examples
 * @param at where it stands in the file
 */
public record Procedure(
        String name,
        Text title,
        LegalSource source,
        @Nullable Severity severity,
        List<Opening> openings,
        Map<String, Expr> effective,
        Map<String, State> states,
        List<Move> moves,
        List<Trial> trials,
        Position at) {
    /** What a word for evidence of one kind begins with. */
    public static final String EVIDENCE = "evidence.";

    public Procedure {
        openings = List.copyOf(openings);
        effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        moves = List.copyOf(moves);
        trials = List.copyOf(trials);
    }

    /**
     * What opens a case.
     *
     * @param subject a kind of record, {@code component} or {@code evidence.<kind>}; each such record may open one
     * @param actor whose record it is; empty where that is not said
     * @param by whether {@code move}, the record, is its actor's; null where anybody's opens a case
     * @param when its condition; null for every record
     * @param from the day on which the case begins; null for the day on which evidence came, or for always
     * @param start the first state
     * @param keep the name under which expressions see the record
     * @param own whether it opens a case also where the record belongs to another one of this procedure
     * @param at where it stands in the file
     */
    public record Opening(
            String subject,
            String actor,
            @Nullable Expr by,
            @Nullable Expr when,
            @Nullable Expr from,
            String start,
            String keep,
            boolean own,
            Position at) {
        /** What must hold for it to open a case, in the order in which it is asked: by whom, when. */
        public List<Expr> guards() {
            return Stream.of(by, when).<Expr>mapMulti(Procedure::there).toList();
        }

        /** The kind of record that it is about. */
        public Kind kind() {
            return subject.startsWith(EVIDENCE) ? Kind.EVIDENCE : Kind.ofWord(subject);
        }

        /** The word of that kind; of evidence, the kind of evidence. */
        public String word() {
            return Procedure.word(subject);
        }
    }

    /**
     * A state.
     *
     * @param title for people, by language
     * @param end whether nothing follows it
     * @param breach whether who is in it breaks the law or has missed a day: such cases are shown first
     * @param missed whether what a clock on the way here asked for may still be undone, though no breach is certain
     * @param task what the operator is to do as long as the breach stands, where no clock on the way here asked for it; may be
     *     empty
     * @param severity how grave the breach is; null where the procedure says it
     * @param at where it stands in the file
     */
    public record State(
            Text title,
            boolean end,
            boolean breach,
            boolean missed,
            Text task,
            @Nullable Severity severity,
            Position at) {
        /** Whether the task of a clock that struck on the way here is still to be done. */
        public boolean keepsTask() {
            return !end && (breach || missed);
        }

        /** Whether it is itself something to end, whatever led to it. */
        public boolean stands() {
            return breach && !end;
        }
    }

    /** What sets a move off. */
    public enum Trigger {
        /** Evidence about the case. */
        ON,
        /** The begin of a day, before the evidence of that day. */
        AT,
        /** Silence until the end of a day: evidence of that day still counts. */
        AFTER
    }

    /**
     * A move from one state to another.
     *
     * @param from the states that it leaves
     * @param trigger what sets it off
     * @param on the kind of evidence; empty for a clock
     * @param day the day of a clock; null for evidence
     * @param by whether {@code move}, the record, is its actor's; null where anybody's counts
     * @param when its condition; null for always
     * @param to the state that it enters
     * @param actor who moves, or for a clock who is to act until then
     * @param task for a clock: what is to be done until then; may be empty
     * @param chance whether that may be done and need not be, so that nothing is overdue after its day
     * @param severity for a clock with a task: how grave it is to miss its day; null where the procedure says it, and a chance is low
     * @param keep the name under which later expressions see the record; empty for none
     * @param papers the documents without which it is not made
     * @param effects what it does to evidence
     * @param at where it stands in the file
     */
    public record Move(
            List<String> from,
            Trigger trigger,
            String on,
            @Nullable Expr day,
            @Nullable Expr by,
            @Nullable Expr when,
            String to,
            String actor,
            Text task,
            boolean chance,
            @Nullable Severity severity,
            String keep,
            List<Paper> papers,
            List<Effect> effects,
            Position at) {
        public Move {
            from = List.copyOf(from);
            papers = List.copyOf(papers);
            effects = List.copyOf(effects);
        }

        /** Whether it is set off by a day and not by evidence. */
        public boolean isClock() {
            return trigger != Trigger.ON;
        }

        /** What must hold for it to be made, in the order in which it is asked: by whom, when, with which documents. */
        public List<Expr> guards() {
            Stream<Expr> own = Stream.of(by, when).mapMulti(Procedure::there);
            return Stream.concat(own, papers.stream().map(Paper::there)).toList();
        }
    }

    /**
     * A document that a move needs.
     *
     * @param name for people, by language
     * @param there whether it is there
     */
    public record Paper(Text name, Expr there) {}

    /** What an effect does. */
    public enum Verb {
        /** Makes evidence that was not there. */
        CREATE,
        /** Ends evidence on the day of the move. */
        END,
        /** Lets evidence be valid until a day and no longer. */
        BOUND
    }

    /**
     * What a move does to evidence, as the rules see it.
     *
     * @param verb what it does
     * @param what for {@code CREATE} the kind of evidence, else the name of a record kept in the case
     * @param keep for {@code CREATE} the name under which the new record is kept; empty for none
     * @param copy for {@code CREATE} the fields that are taken over, by the name of the record they come from
     * @param set for {@code CREATE} other fields, {@code facts.<name>} for declared ones
     * @param until for {@code BOUND} the last day
     * @param how for {@code END} revoked, withdrawn or replaced
     * @param at where it stands in the file
     */
    public record Effect(
            Verb verb,
            String what,
            String keep,
            Map<String, List<String>> copy,
            Map<String, Expr> set,
            @Nullable Expr until,
            String how,
            Position at) {
        public Effect {
            copy = Collections.unmodifiableMap(new LinkedHashMap<>(copy));
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        }
    }

    /**
     * A worked example: facts, and the state of one case on some days.
     *
     * @param name says what it shows; may be empty
     * @param options chosen options, by name
     * @param given a network document in part, as in {@link Requirement.Case}
     * @param subject the id of the record that opened the case; empty where there is one case only
     * @param states the expected state by day: its name, {@code NONE} where there is no case, {@code UNKNOWN} where facts
     *     are missing; with {@code until <day>} the day of the next clock, {@code until none} for no such day;
     *     behind the day {@code asked} or {@code idle}, whether a clock of that day asks somebody to act
     * @param at where it stands in the file
     */
    public record Trial(
            String name,
            Map<String, Object> options,
            Map<String, Object> given,
            String subject,
            SortedMap<LocalDate, String> states,
            Position at) {
        public Trial {
            options = Map.copyOf(options);
            given = Map.copyOf(given);
            states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
        }
    }

    /** The kinds of evidence that open its cases. */
    public List<String> openingKinds() {
        return openings.stream()
                .filter(opening -> opening.kind() == Kind.EVIDENCE)
                .map(Opening::word)
                .distinct()
                .toList();
    }

    /** The word by which a kind of record goes where {@code evidence.} would say no more. */
    static String word(String subject) {
        return subject.startsWith(EVIDENCE) ? subject.substring(EVIDENCE.length()) : subject;
    }

    private static void there(@Nullable Expr expression, Consumer<Expr> out) {
        if (expression != null) {
            out.accept(expression);
        }
    }

    /** The kinds of evidence that move its cases. */
    public List<String> kinds() {
        return moves.stream()
                .filter(move -> !move.isClock())
                .map(Move::on)
                .distinct()
                .toList();
    }

    /** The results that moves name when they ask for that of evidence ({@code move.result == 'granted'}), by kind. */
    public SortedMap<String, SortedSet<String>> results() {
        return MoveResults.of(moves);
    }
}
