package org.assay.engine.pack;

import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.facts.Ask;
import org.jspecify.annotations.Nullable;

/**
 * One checkable demand.
 *
 * @param id its official id
 * @param title by language
 * @param text what it demands, in plain words, by language; may be empty
 * @param binding how strongly it binds
 * @param inForce its own days; null where the pack's hold
 * @param severity how grave a breach is
 * @param addressee who must act
 * @param subject {@code component}, {@code supplier}, {@code site}, {@code contract}, {@code operator}, {@code network} or
 *     {@code evidence.<kind>}
 * @param source where it is written
 * @param consequence what a breach may cost; may be empty
 * @param removal whether what does not meet it has to leave the network, or must not come in
 * @param clockedBy the procedure of which a clock tells its day to the calendar; empty if none
 * @param decide its decision list, at least one clause
 * @param cases its worked examples
 * @param at where it stands in the file
 */
public record Requirement(
        String id,
        Text title,
        Text text,
        Binding binding,
        RulePack.@Nullable InForce inForce,
        Severity severity,
        Addressee addressee,
        String subject,
        LegalSource source,
        Text consequence,
        boolean removal,
        String clockedBy,
        List<Clause> decide,
        List<Case> cases,
        Position at) {
    public Requirement {
        decide = List.copyOf(decide);
        cases = List.copyOf(cases);
    }

    /**
     * One line of a decision list.
     *
     * @param when its condition; null for "otherwise"
     * @param then the outcome
     * @param because the reason, with {@code {expressions}}; may be empty
     * @param remedy what to do, with {@code {expressions}}; may be empty
     * @param code a stable word for the reason, empty if none
     * @param due the day by which something must be done; null if none
     * @param severity null where the requirement's holds
     * @param ask for UNKNOWN: whom to ask what; null if none
     * @param concerns which components stand behind the verdict, a condition on {@code component}; null if none
     * @param at where it stands in the file
     */
    public record Clause(
            @Nullable Expr when,
            Outcome then,
            Text because,
            Text remedy,
            String code,
            @Nullable Expr due,
            @Nullable Severity severity,
            @Nullable Ask ask,
            @Nullable Expr concerns,
            Position at) {}

    /**
     * A worked example: facts in, verdict out.
     *
     * @param name says what it shows; may be empty
     * @param asOf the day, ISO
     * @param options chosen options, by name
     * @param given a network document in part, as plain maps, lists, texts, numbers and booleans; what a network needs and
     *     the case leaves out is filled in
     * @param subject the id of the subject; empty where there is only one
     * @param expect the outcome
     * @param code the clause's code; empty if the case does not say
     * @param due the due day, ISO; empty if the case does not say
     * @param at where it stands in the file
     */
    public record Case(
            String name,
            String asOf,
            Map<String, Object> options,
            Map<String, Object> given,
            String subject,
            Outcome expect,
            String code,
            String due,
            Position at) {
        public Case {
            options = Map.copyOf(options);
            given = Map.copyOf(given);
        }
    }
}
