package org.assay.engine.internal.measure;

import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
     * @param source what the expressions come to for components
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

    /** What the expressions of measures come to for components. */
    public interface Source {
        /**
         * Gives all components but those that surely do not belong to the whole, in id order: each on its own, or at the
         * place of the first those of which the measure's expressions say the same.
         */
        void ask(CompiledMeasure measure, Consumer<Asked> to);

        /** Whether anybody takes a field of that name of a group. */
        boolean isTaken(String field);
    }

    /**
     * Components with what the expressions of a measure came to for them.
     *
     * @param of the condition to belong to the whole
     * @param argument the condition, value or key; of a key only the text counts
     * @param keys by what they are grouped, only the text of which counts
     */
    public record Asked(Crowd crowd, Compiled.Result of, Compiled.Result argument, List<Compiled.Result> keys) {
        /** Of a measure without a condition everything is a member. */
        public static final Compiled.Result CERTAIN = new Compiled.Result(true, new TreeSet<>(), "");

        public Asked {
            keys = List.copyOf(keys);
        }
    }

    /** The measures as expressions about a component see them: their own group's value. */
    public MeasureRoot ofComponent(FactView component) {
        return new MeasureRoot(name -> own(name, component));
    }

    /** The measures as all other expressions see them: every group. */
    public MeasureRoot ofAll() {
        return new MeasureRoot(this::all);
    }

    /** Every group of a measure that is known to be there, by key. */
    public Map<List<String>, GroupView> groups(String name) {
        return grouped(name).known();
    }

    private Groups.Of grouped(String name) {
        return groups.get(name, any -> grouping(measures.get(name)).groups());
    }

    /** What belongs to one group of a measure, for sure or perhaps; computed anew. */
    List<Member> members(String name, List<String> key) {
        Grouping grouping = grouping(measures.get(name));
        return grouping.members(key);
    }

    private Object all(String name) {
        CompiledMeasure measure = measures.get(name);
        Groups.Of groups = grouped(name);
        if (measure.per().isEmpty()) {
            return groups.known().get(List.of()).single();
        }
        List<GroupView> all = new ArrayList<>(groups.known().values());
        if (groups.perhaps() != null) {
            all.add(groups.perhaps());
        }
        return List.copyOf(all);
    }

    private Object own(String name, FactView component) {
        CompiledMeasure measure = measures.get(name);
        List<Compiled.Result> keys = keys(measure, variables.apply(component));
        TreeSet<String> missing = new TreeSet<>();
        keys.forEach(key -> missing.addAll(key.missing()));
        if (!missing.isEmpty()) {
            return OpenGroup.of(measure, missing);
        }
        GroupView group = groups(name).get(texts(keys));
        return group == null
                ? new Grouping(measure, source::isTaken).group(texts(keys)).single()
                : group.single();
    }

    private Grouping grouping(CompiledMeasure measure) {
        Grouping grouping = new Grouping(measure, source::isTaken);
        if (measure.per().isEmpty()) {
            grouping.open(List.of());
        }
        source.ask(measure, asked -> member(measure, asked, grouping));
        return grouping;
    }

    private static void member(CompiledMeasure measure, Asked asked, Grouping grouping) {
        Member member = Member.of(measure, asked.crowd(), asked.of(), asked.argument());
        List<Compiled.Result> keys = asked.keys();
        keys.forEach(key -> check(measure, key));
        if (keys.stream().allMatch(key -> key.missing().isEmpty())) {
            grouping.add(texts(keys), member);
        } else {
            TreeSet<String> missing = new TreeSet<>();
            keys.forEach(key -> missing.addAll(key.missing()));
            grouping.addAnywhere(member.doubted(missing));
        }
    }

    private static void check(CompiledMeasure measure, Compiled.Result key) {
        if (key.truth() == Truth.ERROR) {
            throw new IllegalStateException("measure " + measure.name() + ": " + key.error());
        }
    }

    private static List<Compiled.Result> keys(CompiledMeasure measure, CelVariableResolver seen) {
        List<Compiled.Result> keys = new ArrayList<>();
        for (Compiled key : measure.per()) {
            Compiled.Result result = key.run(seen);
            check(measure, result);
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
        private final Predicate<String> taken;
        private final Map<List<String>, List<Member>> members = new HashMap<>();
        private final List<Member> anywhere = new ArrayList<>();

        Grouping(CompiledMeasure measure, Predicate<String> taken) {
            this.measure = measure;
            this.taken = taken;
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

        /** Of a least or greatest value, some who may be there leave it as open as all of them do. */
        void addAnywhere(Member member) {
            boolean extreme = measure.def().function() == MeasureDef.Function.MIN
                    || measure.def().function() == MeasureDef.Function.MAX;
            if (!extreme || anywhere.size() < Shares.MAX_MISSING) {
                anywhere.add(member);
            }
        }

        List<Member> members(List<String> key) {
            List<Member> all = new ArrayList<>(members.getOrDefault(key, List.of()));
            all.addAll(anywhere);
            return all;
        }

        GroupView group(List<String> key) {
            return GroupView.of(measure, key, members(key), taken);
        }

        /** Those of whom a key is missing may be in any group, or in one of their own. */
        Groups.Of groups() {
            Map<List<String>, GroupView> groups = new TreeMap<>(Grouping::compare);
            members.keySet().forEach(key -> groups.put(key, group(key)));
            return new Groups.Of(groups, anywhere.isEmpty() ? null : GroupView.perhaps(measure, anywhere, taken));
        }
    }
}
