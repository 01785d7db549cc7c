package org.assay.engine.eval;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.DayMath;
import org.assay.engine.internal.lang.Exceeded;
import org.assay.engine.internal.measure.Swaps;
import org.assay.engine.internal.world.FactView;
import org.jspecify.annotations.Nullable;

/** Finds the shares that a rule found over their limits, and the ways under them. */
final class Caps {
    /** Beyond so many components of the same weight their due days are not asked for: each costs an explanation. */
    private static final int MAX_ASKED = 2_000;

    private final RuleContext context;
    private final Decider decider;
    private final LocalDate asOf;
    private final CapView.DueDays dueDays;
    private final Map<String, Optional<LocalDate>> asked = new HashMap<>();

    Caps(RuleContext context, LocalDate asOf, CapView.DueDays dueDays) {
        this.context = context;
        this.decider = new Decider(context, asOf);
        this.asOf = asOf;
        this.dueDays = dueDays;
    }

    /**
     * All of them, those of the deciding clause first.
     *
     * @param due the last day that the verdict names; null if none
     */
    List<CapView> of(CompiledRule rule, FactView view, Subject subject, @Nullable LocalDate due) {
        int deciding = decider.decide(rule, view).cell();
        RuleContext.Variables variables = context.about(rule, view);
        Set<Exceeded.Limit> seen = new LinkedHashSet<>();
        List<CapView> caps = new ArrayList<>();
        for (int clause = 0; clause < rule.clauses().size(); clause++) {
            Compiled when = rule.clauses().get(clause).when();
            Outcome outcome = Decider.outcome(decider.meanings(rule).get(clause));
            if (when == null || !outcome.isFinding()) {
                continue;
            }
            for (Exceeded.Limit limit : Exceeded.of(when, variables)) {
                if (seen.add(limit)) {
                    caps.addAll(views(rule, subject, clause, clause == deciding, limit, due));
                }
            }
        }
        caps.sort(Comparator.comparing(CapView::deciding).reversed());
        return caps;
    }

    private List<CapView> views(
            CompiledRule rule,
            Subject subject,
            int clause,
            boolean deciding,
            Exceeded.Limit limit,
            @Nullable LocalDate due) {
        List<Swaps.Plan> plans = new Swaps(limit.limit(), limit.allowed(), this::soonest)
                .of(context.measures(), limit.measure(), limit.group(), limit.weight(), limit.largest());
        return plans.stream()
                .map(plan -> new CapView(
                        rule.requirement().id(),
                        subject,
                        clause,
                        deciding,
                        limit.measure(),
                        limit.group(),
                        plan.key(),
                        limit.weight(),
                        plan.share().toString(),
                        limit.limit().toString(),
                        limit.allowed(),
                        plan.after().toString(),
                        due,
                        due == null ? null : DayMath.pace(plan.swaps().size(), asOf, due),
                        plan.swaps().stream()
                                .map(swap -> swap(swap.component(), swap.weight()))
                                .toList(),
                        plan.missing().stream().sorted().toList()))
                .toList();
    }

    private CapView.Swap swap(String component, BigInteger weight) {
        return new CapView.Swap(
                component,
                weight.toString(),
                due(component).orElse(null),
                day(component, "endOfSupport").orElse(null),
                day(component, "plannedRemoval").orElse(null));
    }

    private int soonest(String one, String other) {
        return Comparator.comparing((String component) -> due(component).orElse(Days.NEVER))
                .thenComparing(component -> day(component, "endOfSupport").orElse(Days.NEVER))
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    private Optional<LocalDate> due(String component) {
        Optional<LocalDate> known = asked.get(component);
        if (known == null) {
            known = asked.size() < MAX_ASKED ? dueDays.of(component) : Optional.empty();
            asked.put(component, known);
        }
        return known;
    }

    private Optional<LocalDate> day(String component, String field) {
        return context.world()
                .facts()
                .find(Kind.COMPONENT, component)
                .flatMap((FactRecord record) -> record.get(field))
                .map(LocalDate.class::cast)
                .filter(day -> !day.equals(Days.NEVER));
    }
}
