package org.assay.engine.internal.explain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Kept> kinds = new HashMap<>();
    private int asked;

    /** What is kept of rules on one kind of subject: only these see the same names. */
    private static final class Kept {
        final Map<Compiled, Optional<Condition>> conditions = new IdentityHashMap<>();
        final Answers truths = new Answers();
        final Answers texts = new Answers();
        final Answers days = new Answers();
    }

    /** Those to expressions that mean the same are kept together. */
    private static final class Answers {
        private final Map<Compiled, Recall<Told>> byExpression = new IdentityHashMap<>();
        private final Map<String, Recall<Told>> byShape = new HashMap<>();

        Recall<Told> to(Compiled expression) {
            Recall<Told> known = byExpression.get(expression);
            if (known == null) {
                known = byShape.computeIfAbsent(expression.shape(), any -> new Recall<>());
                byExpression.put(expression, known);
            }
            return known;
        }
    }

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
        if (asked > MOST) {
            kinds.clear();
            asked = 0;
        }
        return new Recalling(this, rule, new Known(subject));
    }

    private Kept kept(CompiledRule rule) {
        return kinds.computeIfAbsent(rule.requirement().subject(), any -> new Kept());
    }

    /** The condition of a clause, cut; empty where it has a loop over components, which is asked as a whole. */
    Optional<Condition> condition(CompiledRule rule, Compiled when) {
        return kept(rule).conditions.computeIfAbsent(when, any -> cut(rule, when));
    }

    private Optional<Condition> cut(CompiledRule rule, Compiled when) {
        Plan.CutRule of = cut.get(rule);
        for (int i = 0; of != null && i < rule.clauses().size(); i++) {
            if (rule.clauses().get(i).when() == when) {
                return Optional.of(of.conditions().get(i)).filter(Memory::isCut);
            }
        }
        return Optional.empty();
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
        return kept(rule)
                .truths
                .to(condition)
                .answer(subject, log -> run(rule, condition, subject, log, Memory::truth));
    }

    Told text(CompiledRule rule, Compiled expression, Known subject) {
        return kept(rule)
                .texts
                .to(expression)
                .answer(subject, log -> run(rule, expression, subject, log, Template::words));
    }

    Told day(CompiledRule rule, Compiled expression, Known subject) {
        return kept(rule).days.to(expression).answer(subject, log -> run(rule, expression, subject, log, Memory::day));
    }

    private static @Nullable Object truth(Compiled.Result result) {
        return result.value() == null ? null : (Object) Boolean.TRUE.equals(result.value());
    }

    private static @Nullable Object day(Compiled.Result result) {
        return result.value() instanceof LocalDate ? result.value() : null;
    }

    private Told run(
            CompiledRule rule,
            Compiled expression,
            Known subject,
            ReadLog log,
            Function<Compiled.Result, @Nullable Object> value) {
        asked++;
        World world = context.world();
        FactView seen = subject.subject().observed(FactView.SELF, log);
        RuleContext.Variables variables = context.about(rule, seen);
        Map<String, Object> read = world.startTrace();
        Compiled.Result result = expression.run(variables);
        // Printed while it is still noted what is read: a name in a value is one of its facts
        Object told = value.apply(result);
        world.stopTrace();
        return Told.of(result, told, read);
    }
}
