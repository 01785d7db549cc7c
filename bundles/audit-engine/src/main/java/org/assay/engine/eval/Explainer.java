package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.facts.Ask;
import org.assay.engine.internal.explain.Asking;
import org.assay.engine.internal.explain.Telling;
import org.assay.engine.internal.interpret.Determinations;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;

/** Says why a requirement has its verdict, clause by clause, with the facts that were read. */
final class Explainer {
    private static final int MAX_CONCERNS = 1_000;
    private static final int MAX_MISSING = 1_000;
    private static final int KEPT = 2_000;

    private final RuleContext context;
    private final Determinations determinations;
    private final LocalDate asOf;
    private final Decider decider;
    private final Map<List<Object>, Map<String, Explanation>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Map<String, Explanation>> eldest) {
            return size() > KEPT;
        }
    };
    private final Sayings sayings;

    Explainer(RuleContext context, Determinations determinations, LocalDate asOf) {
        this(context, determinations, asOf, new Sayings.Interpreted(context));
    }

    /** One that hears from somebody else what expressions come to. */
    Explainer(RuleContext context, Determinations determinations, LocalDate asOf, Sayings sayings) {
        this.context = context;
        this.sayings = sayings;
        this.determinations = determinations;
        this.asOf = asOf;
        this.decider = new Decider(context, asOf);
    }

    /** What was read of one clause. */
    private record Step(
            int clause, Compiled.Result result, List<Explanation.FactUsed> facts, Map<String, String> because) {}

    /** The same in several languages: the rule is run once. Kept for whoever turns the same pages again. */
    Map<String, Explanation> explain(CompiledRule rule, FactView view, Subject subject, Collection<String> languages) {
        return known.computeIfAbsent(
                List.of(rule.requirement().id(), subject, List.copyOf(languages)),
                any -> rule.requirement().addressee() == Addressee.STATE
                        ? same(languages, stateDuty(rule.requirement(), subject))
                        : explainAnew(rule, view, subject, languages));
    }

    private static Map<String, Explanation> same(Collection<String> languages, Explanation explanation) {
        Map<String, Explanation> all = new LinkedHashMap<>();
        languages.forEach(language -> all.put(language, explanation));
        return all;
    }

    private Map<String, Explanation> explainAnew(
            CompiledRule rule, FactView view, Subject subject, Collection<String> languages) {
        Telling telling = sayings.about(rule, view);
        Map<String, Explanation> all = explainBy(telling, rule, view, subject, languages);
        return telling.isSure()
                ? all
                : explainBy(new Asking(context.world(), context.about(rule, view)), rule, view, subject, languages);
    }

    private Map<String, Explanation> explainBy(
            Telling telling, CompiledRule rule, FactView view, Subject subject, Collection<String> languages) {
        List<Step> steps = new ArrayList<>();
        Map<String, Object> all = telling.facts();
        List<Integer> seen = new ArrayList<>(List.of(0));
        Decider.Listener listener = (clause, result) -> {
            List<Explanation.FactUsed> facts = facts(all, seen.get(0));
            Map<String, String> because = new LinkedHashMap<>();
            languages.forEach(language ->
                    because.put(language, text(rule.clauses().get(clause).because(), telling, language)));
            steps.add(new Step(clause, result, facts, because));
            seen.set(0, all.size());
        };
        Decider.Decision decision = decided(rule, telling, listener);
        List<Explanation.FactUsed> facts = facts(all, 0);
        List<String> concerns = concerns(rule, decision, view);
        Map<String, Explanation> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            List<Explanation.ClauseTrace> clauses =
                    steps.stream().map(step -> trace(rule, step, language)).toList();
            byLanguage.put(language, build(rule, view, subject, decision, telling, clauses, facts, concerns, language));
        }
        return byLanguage;
    }

    private Decider.Decision decided(CompiledRule rule, Telling telling, Decider.Listener listener) {
        try {
            return decider.decide(rule, telling::condition, listener);
        } finally {
            telling.end();
        }
    }

    private Explanation build(
            CompiledRule rule,
            FactView view,
            Subject subject,
            Decider.Decision decision,
            Telling telling,
            List<Explanation.ClauseTrace> clauses,
            List<Explanation.FactUsed> facts,
            List<String> concerns,
            String language) {
        boolean decided = decision.cell() < rule.clauses().size();
        CompiledRule.CompiledClause clause = decided ? rule.clauses().get(decision.cell()) : null;
        Outcome outcome = outcome(rule, decision);
        Determinations.Settled settled = outcome == Outcome.REVIEW
                ? determinations
                        .settles(rule.requirement().id(), view.subject())
                        .orElse(null)
                : null;
        String because = settled == null
                ? because(clause, decision, telling, language)
                : settled.reason() + " (determined by " + settled.by() + ", " + settled.evidence() + ")";
        return new Explanation(
                rule.requirement().id(),
                subject,
                settled == null ? outcome : settled.outcome(),
                decided ? decision.cell() : -1,
                clause == null || settled != null ? "" : clause.clause().code(),
                severity(rule.requirement(), clause),
                due(rule.requirement(), clause, telling),
                RuleSet.isHistoric(rule.requirement(), asOf),
                forecast(rule, decision),
                because,
                clause == null ? "" : text(clause.remedy(), telling, language),
                outcome == Outcome.UNKNOWN ? missing(rule, subject, decision, language) : List.of(),
                facts,
                clauses,
                concerns,
                settled == null ? null : settled.evidence());
    }

    private Outcome outcome(CompiledRule rule, Decider.Decision decision) {
        if (decision.cell() < rule.clauses().size()) {
            return decider.meanings(rule).get(decision.cell()).outcome();
        }
        boolean proposal = rule.requirement().binding() == Binding.PROPOSAL;
        return decision.cell() == VerdictMatrix.ERROR
                ? Outcome.ERROR
                : proposal ? Outcome.NOT_APPLICABLE : Outcome.UNKNOWN;
    }

    private @Nullable Outcome forecast(CompiledRule rule, Decider.Decision decision) {
        if (rule.requirement().binding() != Binding.PROPOSAL) {
            return null;
        }
        return decision.cell() < rule.clauses().size()
                ? decider.meanings(rule).get(decision.cell()).forecast()
                : Outcome.UNKNOWN;
    }

    private static Severity severity(Requirement requirement, CompiledRule.@Nullable CompiledClause clause) {
        Severity own = clause == null ? null : clause.clause().severity();
        return own == null ? requirement.severity() : own;
    }

    private @Nullable LocalDate due(
            Requirement requirement, CompiledRule.@Nullable CompiledClause clause, Telling telling) {
        if (clause == null) {
            return null;
        }
        Compiled due = clause.due();
        Optional<LocalDate> day = due == null
                ? Optional.empty()
                : telling.day(due).known().filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
        boolean breach =
                clause.clause().then() == Outcome.FAIL || clause.clause().then() == Outcome.NOT_ALIGNED;
        if (breach && RuleSet.isAhead(requirement, asOf) && requirement.inForce() != null) {
            return requirement.inForce().from().minusDays(1);
        }
        return day.filter(d -> !d.equals(LocalDate.MAX)).orElse(null);
    }

    private static String because(
            CompiledRule.@Nullable CompiledClause clause, Decider.Decision decision, Telling telling, String language) {
        if (clause != null) {
            return text(clause.because(), telling, language);
        }
        return decision.cell() == VerdictMatrix.ERROR
                ? "the rule could not be read: " + decision.error()
                : Undecided.because(decision.missing(), language);
    }

    private static String text(Map<String, Template> texts, Telling telling, String language) {
        Template template = texts.getOrDefault(language, texts.get("en"));
        if (template == null && !texts.isEmpty()) {
            template = texts.values().iterator().next();
        }
        return template == null ? "" : telling.text(template);
    }

    /** What a clause asks for: the law's text is missing of the requirement, anything else of the subject. */
    private static String path(CompiledRule rule, Subject subject, Ask asked) {
        if (asked.fact().startsWith("reference:")) {
            return asked.fact();
        }
        String record = rule.requirement().subject().split("\\.")[0] + "/" + subject.id();
        return asked.fact().equals("text")
                ? "requirement/" + rule.requirement().id() + "/text"
                : record + "/" + asked.fact();
    }

    private List<Explanation.Missing> missing(
            CompiledRule rule, Subject subject, Decider.Decision decision, String language) {
        List<Explanation.Missing> missing = new ArrayList<>();
        for (int candidate : decision.candidates()) {
            Ask asked = rule.clauses().get(candidate).clause().ask();
            if (asked != null) {
                missing.add(new Explanation.Missing(path(rule, subject, asked), asked.of(), asked.question(language)));
            }
        }
        for (String path : decision.missing().stream().limit(MAX_MISSING).toList()) {
            Ask ask = context.world().ask(path);
            missing.add(new Explanation.Missing(path, ask.of(), ask.question(language)));
        }
        return missing;
    }

    /** The same in every language. */
    private List<String> concerns(CompiledRule rule, Decider.Decision decision, FactView view) {
        boolean decided = decision.cell() < rule.clauses().size();
        Compiled condition = decided && outcome(rule, decision).isFinding()
                ? rule.clauses().get(decision.cell()).concerns()
                : null;
        return condition == null ? List.of() : sayings.concerned(rule, condition, view, MAX_CONCERNS);
    }

    private static Explanation.ClauseTrace trace(CompiledRule rule, Step step, String language) {
        CompiledRule.CompiledClause clause = rule.clauses().get(step.clause());
        Compiled when = clause.when();
        return new Explanation.ClauseTrace(
                step.clause(),
                when == null ? "otherwise" : when.written().text(),
                step.result().truth(),
                clause.clause().then(),
                step.because().getOrDefault(language, ""),
                step.facts(),
                step.result().missing().stream().limit(MAX_MISSING).toList());
    }

    private static List<Explanation.FactUsed> facts(Map<String, Object> read, int from) {
        return read.entrySet().stream()
                .skip(from)
                .limit(Explanation.MAX_FACTS)
                .map(fact -> new Explanation.FactUsed(fact.getKey(), Template.print(fact.getValue())))
                .toList();
    }

    private static Explanation stateDuty(Requirement requirement, Subject subject) {
        return new Explanation(
                requirement.id(),
                subject,
                Outcome.NOT_APPLICABLE,
                -1,
                "STATE",
                requirement.severity(),
                null,
                false,
                null,
                "this is the state's own duty; an operator's audit does not judge it",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
