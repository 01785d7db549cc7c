package org.assay.engine.internal.renew;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.MeasureDef;

/**
 * Which measures come to the same on both sides: those to which each component that may say otherwise says the same. Used by
 * one thread.
 */
public final class SameMeasures {
    private static final String COMPONENT = Kind.COMPONENT.word();

    /** What a component says that surely does not belong to the whole, or is not there. */
    private static final List<Object> NOTHING = List.of();

    private final CompiledPack pack;
    private final Sides sides;
    private final Map<String, Boolean> known = new HashMap<>();

    SameMeasures(CompiledPack pack, Sides sides) {
        this.pack = pack;
        this.sides = sides;
    }

    /** Whether a measure is the same, whatever group of it is read. */
    public boolean isSame(String name) {
        return known.computeIfAbsent(
                name, any -> compare(Optional.ofNullable(pack.measures().get(name))));
    }

    private boolean compare(Optional<CompiledMeasure> measure) {
        if (measure.isEmpty()) {
            return false;
        }
        Sight sight = new Sight(pack.schema(), Kind.COMPONENT, COMPONENT);
        sight.add(measure.get().argument());
        Optional.ofNullable(measure.get().of()).ifPresent(sight::add);
        measure.get().per().forEach(sight::add);
        if (!sight.measures().isEmpty() || !sides.isLocal(sight, Kind.COMPONENT)) {
            return false;
        }
        Optional<Set<String>> touched = sides.components(sight.own());
        return touched.isPresent() && touched.get().stream().allMatch(id -> isSame(measure.get(), id));
    }

    private boolean isSame(CompiledMeasure measure, String component) {
        Optional<List<Object>> before = said(measure, component, sides.before());
        Optional<List<Object>> after = said(measure, component, sides.after());
        return before.isPresent() && before.equals(after);
    }

    /** What a component says; empty where its saying is an error. */
    private static Optional<List<Object>> said(CompiledMeasure measure, String component, Side side) {
        Optional<FactView> view = side.find(Kind.COMPONENT, component);
        return view.isEmpty() ? Optional.of(NOTHING) : said(measure, view.get(), side.context());
    }

    private static Optional<List<Object>> said(CompiledMeasure measure, FactView component, RuleContext context) {
        RuleContext.Variables seen = context.ofComponent(component);
        Truth of = measure.of() == null ? Truth.TRUE : measure.of().run(seen).truth();
        if (of == Truth.FALSE) {
            return Optional.of(NOTHING);
        }
        List<Object> said = new ArrayList<>(List.of(of));
        boolean key = measure.def().function() == MeasureDef.Function.SHARES;
        boolean errors = of == Truth.ERROR || !add(measure.argument().run(seen), key, said);
        for (Compiled per : measure.per()) {
            errors |= !add(per.run(seen), true, said);
        }
        said.add(component.facts().flatMap(facts -> facts.text("site")));
        said.add(component.facts().flatMap((FactRecord facts) -> facts.nested("load")));
        return errors ? Optional.empty() : Optional.of(said);
    }

    /** Adds what an expression came to, of a key its text. */
    private static boolean add(Compiled.Result result, boolean key, List<Object> said) {
        if (result.truth() == Truth.ERROR) {
            return false;
        }
        said.add(result.known().map(value -> key ? Template.print(value) : value));
        return true;
    }
}
