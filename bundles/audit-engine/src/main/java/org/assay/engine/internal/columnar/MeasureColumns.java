package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.MeasureDef;
import org.jspecify.annotations.Nullable;

/**
 * What measures ask of components, by columns: conditions are cut like those of rules, and the components of which a
 * measure's expressions say the same are counted together. Which facts are missing is not told rightly, only that some are.
 * Not thread-safe.
 */
public final class MeasureColumns implements Measures.Source {
    private static final int BLOCK = 1 << 14;
    private static final int LEFT_OUT = -1;
    private static final Truth[] TRUTHS = Truth.values();
    private static final Condition ALL = new Condition.Fixed(true);
    private static final Compiled.Result FALSE = new Compiled.Result(false, new TreeSet<>(), "");

    private final RuleContext context;
    private final Plan plan;
    private final Steps steps;
    private final List<Atom> atoms = new ArrayList<>();
    private final MemberLoops loops;
    private final Conditions conditions;
    private final Map<Compiled, Answers> values = new IdentityHashMap<>();
    private final Map<Compiled, Answers> keys = new IdentityHashMap<>();

    /** The same, where columns are only looked at when a measure is asked for. */
    public static Measures.Source lazily(Plan plan, SnapshotStore store, RuleContext context) {
        return new Measures.Source() {
            private @Nullable MeasureColumns columns;

            @Override
            public void ask(CompiledMeasure measure, Consumer<Measures.Asked> to) {
                MeasureColumns known = columns == null ? new MeasureColumns(plan, store, context) : columns;
                columns = known;
                known.ask(measure, to);
            }

            @Override
            public boolean isTaken(String field) {
                return plan.isTaken(field);
            }
        };
    }

    /** The components that a context sees. */
    public MeasureColumns(Plan plan, SnapshotStore store, RuleContext context) {
        this.context = context;
        this.plan = plan;
        this.steps = new Steps(store.components(context.world()), context.world());
        for (Plan.PlannedAtom atom : plan.measured().atoms()) {
            Lookup<Truth> lookup = steps.columns().lookup(atom.key().under(context), Atom::mark);
            atoms.add(new Atom(lookup, new Reader<>(steps, view -> atom.test().test(context.ofComponent(view)))));
        }
        this.loops = new MemberLoops(plan.measured(), context, context::ofComponent, steps, () -> steps);
        this.conditions = new Conditions(atoms, loops);
    }

    @Override
    public boolean isTaken(String field) {
        return plan.isTaken(field);
    }

    @Override
    public void ask(CompiledMeasure measure, Consumer<Measures.Asked> to) {
        Condition of = measure.of() == null ? ALL : plan.condition(measure.of());
        Condition argument = plan.condition(measure.argument());
        byte[] truths = truths(of, argument == null ? ALL : argument);
        List<Answers> answers = new ArrayList<>();
        if (argument == null) {
            boolean text = measure.def().function() == MeasureDef.Function.SHARES;
            answers.add(text ? key(measure.argument()) : value(measure.argument()));
        }
        measure.per().forEach(key -> answers.add(key(key)));
        Crowds crowds = crowds(truths, answers);
        Loads loads = new Loads(steps.columns().subjects());
        for (int i = 0; i < crowds.size(); i++) {
            Crowds.Some crowd = crowds.get(i, loads);
            int truth = truths[crowd.first()];
            List<Compiled.Result> results = new ArrayList<>();
            if (argument != null) {
                results.add(result(TRUTHS[truth % TRUTHS.length], crowd));
            }
            answers.forEach(some -> results.add(some.answer(some.number(crowd.first()))));
            Compiled.Result first = result(TRUTHS[truth / TRUTHS.length], crowd);
            to.accept(new Measures.Asked(crowd, first, results.get(0), results.subList(1, results.size())));
        }
    }

    private static Compiled.Result result(Truth truth, Crowds.Some crowd) {
        return switch (truth) {
            case TRUE -> Measures.Asked.CERTAIN;
            case FALSE -> FALSE;
            case UNKNOWN -> new Compiled.Result(null, new TreeSet<>(List.of(crowd.example())), "");
            case ERROR -> new Compiled.Result(null, new TreeSet<>(), "the condition is an error");
        };
    }

    /** For each component its truths under two conditions as one number; left out where the first is false. */
    private byte[] truths(Condition of, Condition argument) {
        byte[] truths = new byte[steps.columns().subjects().size()];
        for (int from = 0; from < truths.length; from += BLOCK) {
            Positions block = Positions.range(from, Math.min(BLOCK, truths.length - from));
            atoms.forEach(atom -> atom.move(block));
            loops.move(block);
            Masks first = conditions.ask(of, block.all());
            Masks second = conditions.ask(argument, first.notNo(block.all()));
            for (int i = from; i < Math.min(truths.length, from + BLOCK); i++) {
                Truth truth = first.truth(i - from);
                int both =
                        truth.ordinal() * TRUTHS.length + second.truth(i - from).ordinal();
                truths[i] = (byte) (truth == Truth.FALSE ? LEFT_OUT : both);
            }
        }
        return truths;
    }

    /** Puts components together that have the same truths and answers. */
    private static Crowds crowds(byte[] truths, List<Answers> answers) {
        List<LongNumbers> together = new ArrayList<>();
        together.add(new LongNumbers());
        answers.forEach(any -> together.add(new LongNumbers()));
        int[] numbers = new int[truths.length];
        for (int subject = 0; subject < numbers.length; subject++) {
            if (truths[subject] == LEFT_OUT) {
                numbers[subject] = LEFT_OUT;
                continue;
            }
            int number = together.get(0).number(truths[subject]);
            for (int i = 0; i < answers.size(); i++) {
                int answer = answers.get(i).number(subject);
                number = together.get(i + 1).number((long) number << Integer.SIZE | answer);
            }
            numbers[subject] = number;
        }
        return new Crowds(numbers, together.get(answers.size()).size());
    }

    private Answers value(Compiled expression) {
        return values.computeIfAbsent(expression, e -> answers(plan.value(e), view -> run(e, view)));
    }

    private Answers key(Compiled expression) {
        return keys.computeIfAbsent(expression, e -> answers(plan.key(e), view -> printed(run(e, view))));
    }

    private Answers answers(AtomKey key, Function<FactView, Compiled.Result> expression) {
        Lookup<Compiled.Result> lookup = steps.columns().lookup(key.under(context), any -> 1);
        return new Answers(lookup, new Reader<>(steps, expression));
    }

    private Compiled.Result run(Compiled expression, FactView component) {
        return expression.run(context.ofComponent(component));
    }

    /** As text, so that no record of the component stays in it. */
    private static Compiled.Result printed(Compiled.Result key) {
        return new Compiled.Result(key.known().map(Template::print).orElse(null), key.missing(), key.error());
    }
}
