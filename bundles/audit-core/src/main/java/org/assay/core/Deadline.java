package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Severity;
import org.assay.api.Subject;

/**
 * Something that is due.
 *
 * @param id the same each time it is told, also when more or fewer subjects share it; no two of a network are alike
 * @param day the last day in time
 * @param kind where it comes from
 * @param severity how grave it is to miss it
 * @param regime the regime's id; empty where it follows from the facts alone
 * @param about the requirement, the procedure, or the fact that says so
 * @param owner who is to act
 * @param text what is to be done or what ends, by language
 * @param source the law, as act and section; empty where it follows from the facts alone
 * @param subjects what it is about, at most ten
 * @param count how many subjects there are
 * @param missing the facts for want of which it is not known whether it must be done, at most ten
 * @param names where all that it is about are records of evidence and orders: the components and sites that these name, at most ten
 */
public record Deadline(
        String id,
        LocalDate day,
        Kind kind,
        Severity severity,
        String regime,
        String about,
        String owner,
        Map<String, String> text,
        String source,
        List<Subject> subjects,
        int count,
        List<Verdict.MissingFact> missing,
        List<Subject> names) {
    public Deadline {
        text = Texts.copy(text);
        subjects = List.copyOf(subjects);
        missing = List.copyOf(missing);
        names = List.copyOf(names);
    }

    /** One of which it is not told what its subjects name. */
    public Deadline(
            String id,
            LocalDate day,
            Kind kind,
            Severity severity,
            String regime,
            String about,
            String owner,
            Map<String, String> text,
            String source,
            List<Subject> subjects,
            int count,
            List<Verdict.MissingFact> missing) {
        this(id, day, kind, severity, regime, about, owner, text, source, subjects, count, missing, List.of());
    }

    /** The same, with what its subjects name. */
    public Deadline naming(List<Subject> named) {
        return new Deadline(
                id, day, kind, severity, regime, about, owner, text, source, subjects, count, missing, named);
    }

    /** Whether its last day in time is over on a day. */
    public boolean isOverdue(LocalDate today) {
        return day.isBefore(today);
    }

    /** Where a deadline comes from. */
    public enum Kind {
        /** A clock of a case. */
        CLOCK,
        /** A day that a verdict names. */
        FINDING,
        /** The last day of a record of evidence. */
        EXPIRY,
        /** A condition that a record or an order sets. */
        CONDITION,
        /** The planned removal of equipment. */
        REMOVAL,
        /** The end of a maker's support. */
        SUPPORT,
        /** The day on which an order takes effect. */
        ORDER,
        /** The end of a contract. */
        CONTRACT,
        /** The last day of a waiver. */
        WAIVER
    }
}
