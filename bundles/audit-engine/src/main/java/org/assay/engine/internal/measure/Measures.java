package org.assay.engine.internal.measure;

import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.MeasureDef;

/** The measures of one evaluation, each computed when first asked for. Not thread-safe. */
public final class Measures {
    private final Map<String, CompiledMeasure> measures;
    private final Function<FactView, CelVariableResolver> variables;
    private final Source source;
    private final Groups groups;

    /**
     * The measures of a pack.
     *
     * @param variables gives what an expression about a component sees
     * @param source what the expressions come to for every component in turn
     * @param groups where what was computed is kept
     */
    public Measures(
            Map<String, CompiledMeasure> measures,
            Function<FactView, CelVariableResolver> variables,
            Source source,
            Groups groups) {
        this.groups = groups;
        this.measures = measures;
        this.variables = variables;
        this.source = source;
    }

    /** What the expressions of measures come to for components, which are counted in id order. */
    public interface Source {
        /** How many components there are. */
        int size();

        /** A component. */
        FactView component(int number);

        /** A condition, or a value that is compared. */
        Compiled.Result value(Compiled expression, int number);

        /** A key, of which only the text counts. */
        Compiled.Result key(Compiled expression, int number);
    }

    /** The measures as expressions about a component see them: their own group's value. */
    public MeasureRoot ofComponent(FactView component) {
        return new MeasureRoot(name -> own(name, component));
    }

    /** The measures as all other expressions see them: every group. */
    public MeasureRoot ofAll() {
        return new MeasureRoot(this::all);
    }

    /** Every group of a measure, by key. */
    public Map<List<String>, GroupView> groups(String name) {
        return groups.get(name, any -> compute(measures.get(name)));
    }

    /** What belongs to one group of a measure, for sure or perhaps; computed anew. */
    List<Member> members(String name, List<String> key) {
        Grouping grouping = grouping(measures.get(name));
        return grouping.members(key);
    }

    private Object all(String name) {
        CompiledMeasure measure = measures.get(name);
        Map<List<String>, GroupView> groups = groups(name);
        return measure.per().isEmpty() ? groups.get(List.of()).single() : List.copyOf(groups.values());
    }

    private Object own(String name, FactView component) {
        CompiledMeasure measure = measures.get(name);
        CelVariableResolver seen = variables.apply(component);
        List<Compiled.Result> keys = keys(measure, key -> key.run(seen));
        TreeSet<String> missing = new TreeSet<>();
        keys.forEach(key -> missing.addAll(key.missing()));
        if (!missing.isEmpty()) {
            return OpenGroup.of(measure, missing);
        }
        GroupView group = groups(name).get(texts(keys));
        return group == null ? new Grouping(measure).group(texts(keys)).single() : group.single();
    }

    private Map<List<String>, GroupView> compute(CompiledMeasure measure) {
        return grouping(measure).groups();
    }

    private Grouping grouping(CompiledMeasure measure) {
        Grouping grouping = new Grouping(measure);
        if (measure.per().isEmpty()) {
            grouping.open(List.of());
        }
        int size = source.size();
        for (int i = 0; i < size; i++) {
            member(measure, i, grouping);
        }
        return grouping;
    }

    private void member(CompiledMeasure measure, int number, Grouping grouping) {
        Compiled.Result of = measure.of() == null ? Member.CERTAIN : source.value(measure.of(), number);
        if (of.truth() == Truth.FALSE) {
            return;
        }
        Compiled.Result argument = measure.def().function() == MeasureDef.Function.SHARES
                ? source.key(measure.argument(), number)
                : source.value(measure.argument(), number);
        Member member = Member.of(measure, () -> source.component(number), of, argument);
        List<Compiled.Result> keys = keys(measure, key -> source.key(key, number));
        if (keys.stream().allMatch(key -> key.missing().isEmpty())) {
            grouping.add(texts(keys), member);
        } else {
            TreeSet<String> missing = new TreeSet<>();
            keys.forEach(key -> missing.addAll(key.missing()));
            grouping.addAnywhere(member.doubted(missing));
        }
    }

    private static List<Compiled.Result> keys(CompiledMeasure measure, Function<Compiled, Compiled.Result> evaluation) {
        List<Compiled.Result> keys = new ArrayList<>();
        for (Compiled key : measure.per()) {
            Compiled.Result result = evaluation.apply(key);
            if (result.truth() == Truth.ERROR) {
                throw new IllegalStateException("measure " + measure.name() + ": " + result.error());
            }
            keys.add(result);
        }
        return keys;
    }

    private static List<String> texts(List<Compiled.Result> keys) {
        return keys.stream()
                .map(key -> Template.print(key.known().orElseThrow()))
                .toList();
    }

    /** Members by group, in key order. */
    private static final class Grouping {
        private final CompiledMeasure measure;
        private final Map<List<String>, List<Member>> members = new HashMap<>();
        private final List<Member> anywhere = new ArrayList<>();

        Grouping(CompiledMeasure measure) {
            this.measure = measure;
        }

        private static int compare(List<String> first, List<String> second) {
            return String.join("\0", first).compareTo(String.join("\0", second));
        }

        void open(List<String> key) {
            members.computeIfAbsent(key, k -> new ArrayList<>());
        }

        void add(List<String> key, Member member) {
            open(key);
            members.get(key).add(member);
        }

        void addAnywhere(Member member) {
            anywhere.add(member);
        }

        List<Member> members(List<String> key) {
            List<Member> all = new ArrayList<>(members.getOrDefault(key, List.of()));
            all.addAll(anywhere);
            return all;
        }

        GroupView group(List<String> key) {
            return GroupView.of(measure, key, members(key));
        }

        Map<List<String>, GroupView> groups() {
            Map<List<String>, GroupView> groups = new TreeMap<>(Grouping::compare);
            members.keySet().forEach(key -> groups.put(key, group(key)));
            return groups;
        }
    }
}
