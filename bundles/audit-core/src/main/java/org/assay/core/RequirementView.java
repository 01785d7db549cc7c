package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.RequirementNeeds;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of a pack.
 *
 * @param regime the regime's id
 * @param id its official id
 * @param title by language
 * @param text what it demands, by language; may be empty
 * @param binding how strongly it binds
 * @param severity how grave a breach is
 * @param addressee who must act
 * @param subject what it speaks of: {@code component}, {@code supplier}, …, {@code evidence.<kind>}
 * @param from the first day it is in force
 * @param to the last day, {@link org.assay.engine.facts.Days#NEVER} where there is none
 * @param source where it is written
 * @param consequence what a breach may cost, by language; may be empty
 * @param removal whether what does not meet it has to leave the network, or must not come in
 * @param ahead the last day before its own first one: until then a breach is PENDING, due on it; null where it has no own days
 * @param needs what it has to be told: facts, evidence, and the questions for what is missing
 * @param clauses its decision list, in the order in which it is read
 */
public record RequirementView(
        String regime,
        String id,
        Map<String, String> title,
        Map<String, String> text,
        Binding binding,
        Severity severity,
        Addressee addressee,
        String subject,
        LocalDate from,
        LocalDate to,
        LegalSource source,
        Map<String, String> consequence,
        boolean removal,
        @Nullable LocalDate ahead,
        RequirementNeeds needs,
        List<Clause> clauses) {
    public RequirementView {
        title = Texts.copy(title);
        text = Texts.copy(text);
        consequence = Texts.copy(consequence);
        clauses = List.copyOf(clauses);
    }

    /**
     * A line of the decision list.
     *
     * @param when the condition as written; empty for "otherwise"
     * @param then the outcome
     * @param code a stable word for the reason; may be empty
     * @param severity the clause's own, or else the requirement's
     * @param because the reason by language, with expressions in braces; may be empty
     * @param remedy what to do by language, with expressions in braces; may be empty
     * @param due what gives the due day, as written; empty where it names none
     */
    public record Clause(
            String when,
            Outcome then,
            String code,
            Severity severity,
            Map<String, String> because,
            Map<String, String> remedy,
            String due) {
        public Clause {
            because = Texts.copy(because);
            remedy = Texts.copy(remedy);
        }
    }
}
