package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.api.Addressee;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Concern;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.lang.Reads;
import org.jspecify.annotations.Nullable;

/**
 * A pack's conditions cut into atoms, of which each is there once however many clauses have it. Immutable and
 * thread-safe; holds no facts.
 */
public final class Plan {
    private static final String COMPONENT = Kind.COMPONENT.word();

    /** What every expression sees besides its subject, measures apart. */
    private static final Set<String> COMMON = Set.of("operator", "network", "asOf", "options", "reference");

    private final List<Part> parts;
    private final Map<Compiled, AtomKey> values = new IdentityHashMap<>();
    private final Map<Compiled, AtomKey> keys = new IdentityHashMap<>();
    private final Map<Compiled, Condition> conditions = new IdentityHashMap<>();
    private final Part measured;
    private final Set<String> fields = new TreeSet<>();
    private final CompiledPack pack;
    private final Map<List<Object>, CutConcern> concerns = new ConcurrentHashMap<>();

    private Plan(CompiledPack pack) {
        this.pack = pack;
        Map<String, Cutter> cutters = new LinkedHashMap<>();
        for (CompiledRule rule : pack.rules()) {
            String kind = rule.requirement().subject();
            cutters.computeIfAbsent(kind, k -> new Cutter(k, pack)).cut(rule);
        }
        parts = cutters.values().stream().map(Cutter::part).toList();
        cutters.values().forEach(cutter -> fields.addAll(cutter.fields));
        pack.rules().stream()
                .flatMap(rule -> rule.clauses().stream())
                .flatMap(clause -> Optional.ofNullable(clause.concerns()).stream())
                .forEach(concerns -> fields.addAll(concerns.reads().fields()));
        Cutter cutter = new Cutter(COMPONENT, pack);
        pack.measures().values().forEach(measure -> {
            argument(measure, cutter);
            if (measure.of() != null) {
                conditions.put(measure.of(), measure.of().cut(COMPONENT, cutter));
            }
            measure.per().forEach(key -> keys.put(key, measured("key:", key, pack)));
        });
        measured = cutter.part();
    }

    private void argument(CompiledMeasure measure, Cutter cutter) {
        Compiled argument = measure.argument();
        switch (measure.def().function()) {
            case SHARES -> keys.put(argument, measured("key:", argument, cutter.pack));
            case MIN, MAX -> value(argument, cutter.pack);
            default -> conditions.put(argument, argument.cut(COMPONENT, cutter));
        }
    }

    private void value(Compiled expression, CompiledPack pack) {
        values.put(expression, measured("value:", expression, pack));
    }

    private static AtomKey measured(String as, Compiled expression, CompiledPack pack) {
        return new AtomKey(COMPONENT, as + expression.shape(), expression.reads(), pack);
    }

    private Plan(Plan whole, Set<String> requirements) {
        this.pack = whole.pack;
        this.values.putAll(whole.values);
        this.keys.putAll(whole.keys);
        this.conditions.putAll(whole.conditions);
        this.measured = whole.measured;
        this.fields.addAll(whole.fields);
        this.parts = whole.parts.stream()
                .map(part -> part.only(requirements))
                .filter(part -> !part.rules().isEmpty())
                .toList();
    }

    /** The same plan for some requirements only; what their conditions are made of is not made again. */
    public Plan only(Set<String> requirements) {
        return new Plan(this, requirements);
    }

    /** Cuts a pack. */
    public static Plan of(CompiledPack pack) {
        return new Plan(pack);
    }

    /** By kind of subject, in the order of the pack's rules. */
    public List<Part> parts() {
        return parts;
    }

    /** A condition of a measure, on a component; null for what is no condition. */
    @Nullable
    Condition condition(Compiled expression) {
        return conditions.get(expression);
    }

    /** What conditions of measures are made of; it has no rules. */
    Part measured() {
        return measured;
    }

    /** What stands behind a clause of a rule, cut when first asked for. */
    CutConcern concern(CompiledRule rule, Compiled condition) {
        String kind = rule.requirement().subject();
        return concerns.computeIfAbsent(List.of(kind, new AtomKey.Same(condition)), any -> {
            Cutter cutter = new Cutter(kind, pack);
            Concern concern = Concern.cut(condition, rule.variable(), kind, cutter);
            return new CutConcern(concern, cutter.members);
        });
    }

    /**
     * A condition on the components behind a verdict.
     *
     * @param concern the condition
     * @param atoms what it is made of, by number
     */
    record CutConcern(Concern concern, List<PlannedAtom> atoms) {
        CutConcern {
            atoms = List.copyOf(atoms);
        }
    }

    /** Whether a condition of a rule takes a field of that name of anything. */
    boolean isTaken(String field) {
        return fields.contains(field);
    }

    /** The key of a value of a measure. */
    AtomKey value(Compiled expression) {
        return values.get(expression);
    }

    /** The key of what a measure groups by. */
    AtomKey key(Compiled expression) {
        return keys.get(expression);
    }

    /**
     * The rules on one kind of subject.
     *
     * @param subject the kind, as requirements name it
     * @param rules its rules
     * @param atoms what their conditions are made of, by number
     * @param members what conditions on the components of something are made of, by number
     */
    public record Part(String subject, List<CutRule> rules, List<PlannedAtom> atoms, List<PlannedAtom> members) {
        public Part {
            rules = List.copyOf(rules);
            atoms = List.copyOf(atoms);
            members = List.copyOf(members);
        }

        private Part only(Set<String> requirements) {
            List<CutRule> some = rules.stream()
                    .filter(cut ->
                            requirements.contains(cut.rule().requirement().id()))
                    .toList();
            return new Part(subject, some, atoms, members);
        }
    }

    /**
     * A rule whose conditions are cut.
     *
     * @param rule the rule
     * @param conditions by clause; "otherwise" is always true; empty for a state's own duty, which is not judged
     */
    public record CutRule(CompiledRule rule, List<Condition> conditions) {
        public CutRule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * An atom.
     *
     * @param test the expression
     * @param name by which it knows a component of something; empty for an atom on the subject
     * @param free for an atom on a component of something: whether it says nothing about the subject
     * @param key what it means
     */
    public record PlannedAtom(Compiled test, String name, boolean free, AtomKey key) {}

    /** Cuts the rules on one kind of subject: only these see the same names. */
    private static final class Cutter implements Condition.Numbers {
        private final String subject;
        private final CompiledPack pack;
        private final List<CutRule> rules = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<PlannedAtom> atoms = new ArrayList<>();
        private final Map<String, Integer> memberNumbers = new HashMap<>();
        private final List<PlannedAtom> members = new ArrayList<>();
        private final Set<String> fields = new HashSet<>();

        Cutter(String subject, CompiledPack pack) {
            this.subject = subject;
            this.pack = pack;
        }

        void cut(CompiledRule rule) {
            List<Condition> conditions = new ArrayList<>();
            boolean judged = rule.requirement().addressee() != Addressee.STATE;
            for (CompiledRule.CompiledClause clause :
                    judged ? rule.clauses() : List.<CompiledRule.CompiledClause>of()) {
                Compiled when = clause.when();
                conditions.add(when == null ? new Condition.Fixed(true) : when.cut(rule.variable(), this));
            }
            rules.add(new CutRule(rule, conditions));
        }

        @Override
        public int subject(Condition.CutAtom atom) {
            return numbers.computeIfAbsent(atom.shape(), shape -> {
                AtomKey key = new AtomKey(subject, shape, reads(atom), pack);
                atoms.add(new PlannedAtom(atom.compiled(), "", false, key));
                return atoms.size() - 1;
            });
        }

        private Reads reads(Condition.CutAtom atom) {
            Reads reads = atom.reads();
            fields.addAll(reads.fields());
            return reads;
        }

        @Override
        public int member(Condition.CutAtom atom, String name) {
            boolean free = free(atom, name);
            String shape = free ? atom.shape(name, COMPONENT) : name + ":" + atom.shape();
            return memberNumbers.computeIfAbsent(free + shape, any -> {
                AtomKey key = new AtomKey(COMPONENT, shape, reads(atom), pack);
                members.add(new PlannedAtom(atom.compiled(), name, free, key));
                return members.size() - 1;
            });
        }

        @Override
        public boolean free(Condition.CutAtom atom, String name) {
            Set<String> others = new TreeSet<>(atom.reads().names());
            others.remove(name);
            return COMMON.containsAll(others);
        }

        Part part() {
            return new Part(subject, rules, atoms, members);
        }
    }
}
