package org.assay.engine.internal.columnar;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.facts.Kind;
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
    private final Block block;
    private final Map<Compiled, Lookup<Compiled.Result>> values = new IdentityHashMap<>();
    private final Map<Compiled, Lookup<Compiled.Result>> keys = new IdentityHashMap<>();

    /** The components that a context sees. */
    public MeasureColumns(RuleContext context) {
        Subjects components = Subjects.of(Kind.COMPONENT.word(), context.world());
        this.context = context;
        this.block = new Block(context.world(), components, components.size());
        block.move(0, components.size());
    }

    @Override
    public Compiled.Result value(Compiled expression, int number, FactView component) {
        return values.computeIfAbsent(expression, e -> lookup(view -> run(e, view)))
                .answer(number);
    }

    @Override
    public Compiled.Result key(Compiled expression, int number, FactView component) {
        return keys.computeIfAbsent(expression, e -> lookup(view -> printed(run(e, view))))
                .answer(number);
    }

    private Lookup<Compiled.Result> lookup(Function<FactView, Compiled.Result> question) {
        return new Lookup<>(question, block);
    }

    private Compiled.Result run(Compiled expression, FactView component) {
        return expression.run(context.ofComponent(component));
    }

    /** As text, so that no record of the component stays in it. */
    private static Compiled.Result printed(Compiled.Result key) {
        return new Compiled.Result(key.known().map(Template::print).orElse(null), key.missing(), key.error());
    }
}
