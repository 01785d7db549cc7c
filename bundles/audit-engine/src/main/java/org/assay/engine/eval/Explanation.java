package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with everything that a person asks of it.
 *
 * @param requirement the requirement's id
 * @param subject what it speaks of
 * @param outcome the verdict
 * @param clause the number of the deciding clause, from 0; -1 where none decided alone
 * @param code the clause's stable word; empty if none
 * @param severity the clause's, else the requirement's
 * @param due the day by which something must be done; null if none
 * @param historic whether the requirement's days are over
 * @param forecast for a proposal: what its list decided; null otherwise
 * @param because the reason in the language asked for
 * @param remedy what to do; may be empty
 * @param missing the facts that are missing, for UNKNOWN, with whom to ask and the question
 * @param facts the facts that were read, with their values, at most {@link #MAX_FACTS}
 * @param clauses the clauses that were read, in order
 * @param concerns the components behind a verdict on something larger, at most 1,000
 * @param settledBy the id of the determination that settled a REVIEW; null if none
 */
public record Explanation(
        String requirement,
        Subject subject,
        Outcome outcome,
        int clause,
        String code,
        Severity severity,
        @Nullable LocalDate due,
        boolean historic,
        @Nullable Outcome forecast,
        String because,
        String remedy,
        List<Missing> missing,
        List<FactUsed> facts,
        List<ClauseTrace> clauses,
        List<String> concerns,
        @Nullable String settledBy) {
    /** So many of the facts that a clause read are kept: a rule on the whole network may read millions. */
    public static final int MAX_FACTS = 200;

    public Explanation {
        missing = List.copyOf(missing);
        facts = List.copyOf(facts);
        clauses = List.copyOf(clauses);
        concerns = List.copyOf(concerns);
    }

    /** The due day, if there is one. */
    public Optional<LocalDate> dueDay() {
        return Optional.ofNullable(due);
    }

    /**
     * A fact that is missing.
     *
     * @param path such as {@code component/amf-1/firstUse}
     * @param of whom to ask
     * @param question what to ask
     */
    public record Missing(String path, String of, String question) {}

    /**
     * A fact that was read.
     *
     * @param path such as {@code component/amf-1/firstUse}
     * @param value as a person reads it
     */
    public record FactUsed(String path, String value) {}

    /**
     * One clause as it was read.
     *
     * @param number from 0
     * @param condition as written; {@code otherwise} for the last
     * @param truth what it came to
     * @param then the outcome it stands for
     * @param because its reason
     * @param facts what it read
     * @param missing the paths it lacked
     */
    public record ClauseTrace(
            int number,
            String condition,
            Truth truth,
            Outcome then,
            String because,
            List<FactUsed> facts,
            List<String> missing) {
        public ClauseTrace {
            facts = List.copyOf(facts);
            missing = List.copyOf(missing);
        }
    }
}
