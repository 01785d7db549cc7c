package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.facts.Ask;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one requirement for one subject.
 *
 * @param regime the regime's id
 * @param requirement the requirement's id
 * @param title the requirement's, by language
 * @param subject what it speaks of
 * @param outcome the outcome
 * @param severity the deciding clause's severity, or else the requirement's
 * @param binding how strongly the requirement binds
 * @param code the deciding clause's stable reason; empty if it has none
 * @param because the reason, by language; may be empty
 * @param due the last day to do what it asks for; null if none is named
 * @param settled whether a person's determination settled it
 * @param historic whether the requirement is out of force
 * @param remedy what to do, by language; may be empty
 * @param asks for UNKNOWN: whom to ask what
 * @param waiver who answers for it on the audit's day; null if nobody does, or nobody has to act
 */
public record Verdict(
        String regime,
        String requirement,
        Map<String, String> title,
        Subject subject,
        Outcome outcome,
        Severity severity,
        Binding binding,
        String code,
        Map<String, String> because,
        @Nullable LocalDate due,
        boolean settled,
        boolean historic,
        Map<String, String> remedy,
        List<MissingFact> asks,
        @Nullable Waiver waiver) {

    /**
     * That somebody answers for a finding.
     *
     * @param id the waiver's id
     * @param owner who answers for it
     * @param reason why
     * @param approvedBy who approved that
     * @param until the last day
     */
    public record Waiver(String id, String owner, String reason, String approvedBy, LocalDate until) {}

    /**
     * A fact that is missing.
     *
     * @param path such as {@code component.firstUse}; or what else is missing, in words
     * @param ask whom to ask what
     */
    public record MissingFact(String path, Ask ask) {}

    public Verdict {
        title = Texts.copy(title);
        because = Texts.copy(because);
        remedy = Texts.copy(remedy);
        asks = List.copyOf(asks);
    }
}
