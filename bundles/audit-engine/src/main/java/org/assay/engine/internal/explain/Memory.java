package org.assay.engine.internal.explain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.internal.columnar.Plan;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a pack came to in one evaluation. A condition is cut into atoms, and each of them, each expression in
 * a text and each due day is asked of CEL once for the same facts. Bounded: beyond, all is forgotten. Not thread-safe.
 */
public final class Memory {
    /** Each takes some hundred bytes, or thousands where it read much. */
    private static final int MOST = 30_000;

    private final RuleContext context;
    private final Map<CompiledRule, Plan.CutRule> cut = new IdentityHashMap<>();
    private final Map<CompiledRule, Plan.Part> parts = new IdentityHashMap<>();
    private final Map<Compiled, Map<String, Recall<Told>>> byExpression = new IdentityHashMap<>();
    private final Map<String, Recall<Told>> byShape = new HashMap<>();
    private int asked;

    /** An empty one for a pack's rules. */
    public Memory(Plan plan, RuleContext context) {
        this.context = context;
        for (Plan.Part part : plan.parts()) {
            for (Plan.CutRule rule : part.rules()) {
                cut.put(rule.rule(), rule);
                parts.put(rule.rule(), part);
            }
        }
    }

    /** What a rule says of a subject. */
    public Telling about(CompiledRule rule, FactView subject) {
        return new Recalling(this, rule, new Known(subject));
    }

    /** The condition of a clause, cut; null where it has a loop over components, which is asked as a whole. */
    @Nullable
    Condition condition(CompiledRule rule, Compiled when) {
        Plan.CutRule of = cut.get(rule);
        if (of == null) {
            return null;
        }
        for (int i = 0; i < rule.clauses().size(); i++) {
            if (rule.clauses().get(i).when() == when) {
                Condition condition = of.conditions().get(i);
                return isCut(condition) ? condition : null;
            }
        }
        return null;
    }

    private static boolean isCut(Condition condition) {
        if (condition instanceof Condition.And and) {
            return isCut(and.first()) && isCut(and.second());
        } else if (condition instanceof Condition.Or or) {
            return isCut(or.first()) && isCut(or.second());
        } else if (condition instanceof Condition.Not not) {
            return isCut(not.of());
        } else if (condition instanceof Condition.Choice choice) {
            return isCut(choice.when()) && isCut(choice.then()) && isCut(choice.otherwise());
        }
        return !(condition instanceof Condition.Members);
    }

    Told atom(CompiledRule rule, int number, Known subject) {
        return truth(rule, parts.get(rule).atoms().get(number).test(), subject);
    }

    Told truth(CompiledRule rule, Compiled condition, Known subject) {
        return ask(
                rule,
                condition,
                "truth",
                subject,
                result -> result.value() == null ? null : (Object) Boolean.TRUE.equals(result.value()));
    }

    Told text(CompiledRule rule, Compiled expression, Known subject) {
        return ask(rule, expression, "text", subject, Template::words);
    }

    Told day(CompiledRule rule, Compiled expression, Known subject) {
        return ask(
                rule,
                expression,
                "day",
                subject,
                result -> result.value() instanceof LocalDate ? result.value() : null);
    }

    private Told ask(
            CompiledRule rule,
            Compiled expression,
            String as,
            Known subject,
            Function<Compiled.Result, @Nullable Object> value) {
        if (asked > MOST) {
            byExpression.clear();
            byShape.clear();
            asked = 0;
        }
        Recall<Told> recall = byExpression
                .computeIfAbsent(expression, any -> new HashMap<>())
                .computeIfAbsent(
                        as + rule.requirement().subject(),
                        key -> byShape.computeIfAbsent(key + ' ' + expression.shape(), any -> new Recall<>()));
        return recall.answer(subject, log -> run(rule, expression, subject, log, value));
    }

    private Told run(
            CompiledRule rule,
            Compiled expression,
            Known subject,
            ReadLog log,
            Function<Compiled.Result, @Nullable Object> value) {
        asked++;
        World world = context.world();
        FactView seen = subject.subject().observed(Told.SELF, log);
        RuleContext.Variables variables = context.about(rule, seen);
        Map<String, Object> read = world.startTrace();
        Compiled.Result result = expression.run(variables);
        // Printed while it is still noted what is read: a name in a value is one of its facts
        Object told = value.apply(result);
        world.stopTrace();
        return Told.of(result, told, read);
    }
}
