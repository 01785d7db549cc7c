package org.assay.engine.internal.columnar;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.world.FactView;

/**
 * What measures ask of every component, by columns. Which facts are missing is not told rightly (they are those of
 * another component in the same place), only that some are. Not thread-safe.
 */
public final class MeasureColumns implements Measures.Source {
    private final RuleContext context;
    private final Plan plan;
    private final Steps steps;
    private final Map<Compiled, Asked> values = new IdentityHashMap<>();
    private final Map<Compiled, Asked> keys = new IdentityHashMap<>();

    /** The components that a context sees. */
    public MeasureColumns(Plan plan, SnapshotStore store, RuleContext context) {
        this.context = context;
        this.plan = plan;
        this.steps = new Steps(store.components(context.world()), context.world());
    }

    /** A question with those who answer it. */
    private record Asked(Lookup<Compiled.Result> lookup, Reader<Compiled.Result> reader) {
        Compiled.Result answer(int number) {
            return lookup.answer(number, reader);
        }
    }

    @Override
    public int size() {
        return steps.columns().subjects().size();
    }

    @Override
    public FactView component(int number) {
        return steps.columns().subjects().alone(number, steps.world());
    }

    @Override
    public Compiled.Result value(Compiled expression, int number) {
        return values.computeIfAbsent(expression, e -> asked(plan.value(e), view -> run(e, view)))
                .answer(number);
    }

    @Override
    public Compiled.Result key(Compiled expression, int number) {
        return keys.computeIfAbsent(expression, e -> asked(plan.key(e), view -> printed(run(e, view))))
                .answer(number);
    }

    private Asked asked(AtomKey key, Function<FactView, Compiled.Result> question) {
        Lookup<Compiled.Result> lookup = steps.columns().lookup(key.under(context), any -> 1);
        return new Asked(lookup, new Reader<>(steps, question));
    }

    private Compiled.Result run(Compiled expression, FactView component) {
        return expression.run(context.ofComponent(component));
    }

    /** As text, so that no record of the component stays in it. */
    private static Compiled.Result printed(Compiled.Result key) {
        return new Compiled.Result(key.known().map(Template::print).orElse(null), key.missing(), key.error());
    }
}
