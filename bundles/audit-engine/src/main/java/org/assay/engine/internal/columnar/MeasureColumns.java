package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.MeasureDef;
import org.jspecify.annotations.Nullable;

/**
 * What measures ask of components, by columns: the components of which a measure's expressions say the same are counted
 * together. Which facts are missing is not told rightly (they are those of another component in the same place), only that
 * some are. Not thread-safe.
 */
public final class MeasureColumns implements Measures.Source {
    private final RuleContext context;
    private final Plan plan;
    private final Steps steps;
    private final Map<Compiled, Question> values = new IdentityHashMap<>();
    private final Map<Compiled, Question> keys = new IdentityHashMap<>();

    /** The components that a context sees. */
    public MeasureColumns(Plan plan, SnapshotStore store, RuleContext context) {
        this.context = context;
        this.plan = plan;
        this.steps = new Steps(store.components(context.world()), context.world());
    }

    @Override
    public void ask(CompiledMeasure measure, Consumer<Measures.Asked> to) {
        List<Question> questions = questions(measure);
        Crowds crowds = crowds(measure.of() != null, questions);
        Loads loads = new Loads(steps.columns().subjects());
        for (int i = 0; i < crowds.size(); i++) {
            Crowds.Some crowd = crowds.get(i, loads);
            List<Compiled.Result> answers = new ArrayList<>();
            questions.forEach(question -> answers.add(question.answer(crowd.first())));
            Compiled.Result of = measure.of() == null ? Measures.Asked.CERTAIN : answers.remove(0);
            to.accept(new Measures.Asked(crowd, of, answers.get(0), answers.subList(1, answers.size())));
        }
    }

    /** The condition if there is one, the argument, the keys. */
    private List<Question> questions(CompiledMeasure measure) {
        List<Question> questions = new ArrayList<>();
        Compiled of = measure.of();
        if (of != null) {
            questions.add(value(of));
        }
        Compiled argument = measure.argument();
        questions.add(measure.def().function() == MeasureDef.Function.SHARES ? key(argument) : value(argument));
        measure.per().forEach(key -> questions.add(key(key)));
        return questions;
    }

    /** Puts components together that have the same answers; where the first question is a condition, only those who may meet it. */
    private Crowds crowds(boolean condition, List<Question> questions) {
        int[] numbers = new int[steps.columns().subjects().size()];
        List<LongNumbers> together = new ArrayList<>();
        questions.forEach(any -> together.add(new LongNumbers()));
        for (int subject = 0; subject < numbers.length; subject++) {
            int number = 0;
            for (int i = 0; i < together.size(); i++) {
                int answer = questions.get(i).number(subject);
                if (condition && i == 0 && questions.get(i).isFalse(answer)) {
                    number = -1;
                    break;
                }
                number = together.get(i).number((long) number << Integer.SIZE | answer);
            }
            numbers[subject] = number;
        }
        return new Crowds(numbers, together.get(together.size() - 1).size());
    }

    private Question value(Compiled expression) {
        return values.computeIfAbsent(expression, e -> question(plan.value(e), view -> run(e, view)));
    }

    private Question key(Compiled expression) {
        return keys.computeIfAbsent(expression, e -> question(plan.key(e), view -> printed(run(e, view))));
    }

    private Question question(AtomKey key, Function<FactView, Compiled.Result> expression) {
        Lookup<Compiled.Result> lookup = steps.columns().lookup(key.under(context), any -> 1);
        return new Question(lookup, new Reader<>(steps, expression));
    }

    private Compiled.Result run(Compiled expression, FactView component) {
        return expression.run(context.ofComponent(component));
    }

    /** As text, so that no record of the component stays in it. */
    private static Compiled.Result printed(Compiled.Result key) {
        return new Compiled.Result(key.known().map(Template::print).orElse(null), key.missing(), key.error());
    }

    /** An expression with numbers for its answers. */
    private static final class Question {
        private final Lookup<Compiled.Result> lookup;
        private final Reader<Compiled.Result> reader;
        private final Numbering numbering = new Numbering();
        private Lookup.@Nullable Table<Compiled.Result> table;
        private int[] byCode = {};

        Question(Lookup<Compiled.Result> lookup, Reader<Compiled.Result> reader) {
            this.lookup = lookup;
            this.reader = reader;
        }

        int number(int subject) {
            Lookup.Table<Compiled.Result> known = lookup.table();
            if (known == null) {
                return numbering.number(lookup.answer(subject, reader));
            }
            if (known != table) {
                table = known;
                byCode = new int[known.marks().length];
            }
            int code = known.codes()[subject];
            if (byCode[code] == 0) {
                int number = numbering.number(lookup.answer(subject, reader));
                // What is not in the table may differ for the next one with this code
                byCode[code] = known.marks()[code] == Lookup.NONE ? 0 : number + 1;
                return number;
            }
            return byCode[code] - 1;
        }

        Compiled.Result answer(int subject) {
            return numbering.answers.get(number(subject));
        }

        boolean isFalse(int number) {
            return numbering.answers.get(number).truth() == Truth.FALSE;
        }
    }

    /** Answers by number; those that only differ in what is missing have one. */
    private static final class Numbering {
        private static final Object MISSING = new Object();
        private static final Object NOTHING = new Object();

        private final Map<Object, Integer> numbers = new HashMap<>();
        private final List<Compiled.Result> answers = new ArrayList<>();

        int number(Compiled.Result answer) {
            return numbers.computeIfAbsent(name(answer), n -> {
                answers.add(answer);
                return answers.size() - 1;
            });
        }

        private static Object name(Compiled.Result answer) {
            Object value = answer.value();
            if (value != null) {
                return value;
            }
            Object missing = answer.missing().isEmpty() ? NOTHING : MISSING;
            return answer.error().isEmpty() ? missing : List.of(answer.error());
        }
    }
}
