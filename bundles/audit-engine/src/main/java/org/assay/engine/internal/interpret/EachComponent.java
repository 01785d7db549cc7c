package org.assay.engine.internal.interpret;

import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.measure.Crowd;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.world.FactView;

/** Evaluates the expressions of measures for each component on its own. Not thread-safe. */
final class EachComponent implements Measures.Source {
    private final RuleContext context;
    private final Map<String, Integer> sites = new HashMap<>();

    EachComponent(RuleContext context) {
        this.context = context;
    }

    @Override
    public void ask(CompiledMeasure measure, Consumer<Measures.Asked> to) {
        context.world().untraced(() -> askEach(measure, to));
    }

    private void askEach(CompiledMeasure measure, Consumer<Measures.Asked> to) {
        for (FactView component : context.components()) {
            CelVariableResolver seen = context.ofComponent(component);
            Compiled condition = measure.of();
            Compiled.Result of = condition == null ? Measures.Asked.CERTAIN : condition.run(seen);
            if (of.truth() != Truth.FALSE) {
                List<Compiled.Result> keys =
                        measure.per().stream().map(key -> key.run(seen)).toList();
                to.accept(new Measures.Asked(
                        new One(component, sites), of, measure.argument().run(seen), keys));
            }
        }
    }

    /** Explanations print groups as a whole. */
    @Override
    public boolean isTaken(String field) {
        return true;
    }

    /**
     * A component.
     *
     * @param sites the numbers of sites
     */
    private record One(FactView component, Map<String, Integer> sites) implements Crowd {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String example() {
            return component.id();
        }

        @Override
        public Load load(String by) {
            Optional<Long> weight = component
                    .facts()
                    .flatMap(facts -> facts.nested("load"))
                    .flatMap(load -> load.get(by))
                    .map(Long.class::cast);
            return weight.isPresent()
                    ? new Load(new long[] {weight.get()}, 0, List.of(), 0)
                    : new Load(new long[0], 0, List.of(component.subject() + "/load." + by), 1);
        }

        @Override
        public Places places() {
            Optional<String> site = component.facts().flatMap((FactRecord facts) -> facts.text("site"));
            return site.isPresent()
                    ? new Places(new int[] {sites.computeIfAbsent(site.get(), s -> sites.size())}, List.of(), 0)
                    : new Places(new int[0], List.of(component.path("site")), 1);
        }
    }
}
