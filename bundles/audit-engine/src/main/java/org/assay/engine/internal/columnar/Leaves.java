package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.world.ReadKey;
import org.jspecify.annotations.Nullable;

/** The atoms of one kind of subject as tables, after an evaluation has asked what there is to ask. One thread. */
final class Leaves {
    private final Plan.Part part;
    private final Steps steps;
    private final MemberLoops loops;
    private final List<Lookup<Truth>> lookups = new ArrayList<>();
    private final List<Reader<Truth>> readers = new ArrayList<>();
    private final Map<Integer, Leaf> atoms = new HashMap<>();
    private final Map<Condition.Members, Leaf> members = new IdentityHashMap<>();

    Leaves(Plan.Part part, SnapshotStore store, RuleContext context) {
        this.part = part;
        this.steps = new Steps(store.columns(part.subject(), context.world()), context.world());
        CompiledRule any = part.rules().get(0).rule();
        for (Plan.PlannedAtom atom : part.atoms()) {
            lookups.add(steps.columns().lookup(atom.key().under(context), Atom::mark));
            readers.add(new Reader<>(steps, view -> atom.test().test(context.about(any, view))));
        }
        this.loops = new MemberLoops(
                part,
                context,
                view -> context.about(any, view),
                steps,
                () -> new Steps(store.components(context.world()), context.world()));
        loops.move(Positions.range(0, subjects()));
    }

    int subjects() {
        return steps.columns().subjects().size();
    }

    /** Those of a condition, in the order in which it names them. */
    void of(Condition condition, Set<Leaf> into) {
        if (condition instanceof Condition.And and) {
            of(and.first(), into);
            of(and.second(), into);
        } else if (condition instanceof Condition.Or or) {
            of(or.first(), into);
            of(or.second(), into);
        } else if (condition instanceof Condition.Not not) {
            of(not.of(), into);
        } else if (condition instanceof Condition.Choice choice) {
            of(choice.when(), into);
            of(choice.then(), into);
            of(choice.otherwise(), into);
        } else if (!(condition instanceof Condition.Fixed)) {
            into.add(leaf(condition));
        }
    }

    /** That of an atom, or of a condition on the components of something. */
    Leaf leaf(Condition condition) {
        return condition instanceof Condition.Atom atom
                ? atoms.computeIfAbsent(atom.number(), this::atom)
                : members.computeIfAbsent((Condition.Members) condition, this::loop);
    }

    private Leaf atom(int number) {
        Lookup<Truth> lookup = lookups.get(number);
        Set<Column> columns = lookup.columns();
        Tuples tuples = columns == null ? null : steps.columns().tuples(sorted(columns));
        if (columns == null || tuples == null) {
            byte[] marks = new byte[subjects()];
            for (int i = 0; i < marks.length; i++) {
                marks[i] = (byte) Atom.mark(lookup.answer(i, readers.get(number)));
            }
            return own(marks);
        }
        byte[] marks = new byte[tuples.size()];
        for (int i = 0; i < marks.length; i++) {
            Truth known = lookup.known(tuples.first()[i]);
            marks[i] = known == null ? Lookup.NONE : (byte) Atom.mark(known);
        }
        return new Leaf(columns, true, tuples.codes(), tuples.first(), marks);
    }

    static List<Column> sorted(Set<Column> columns) {
        return columns.stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
    }

    private Leaf loop(Condition.Members condition) {
        Masks masks = loops.ask(condition, Positions.range(0, subjects()).all());
        byte[] marks = new byte[subjects()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) Atom.mark(masks.truth(i));
        }
        boolean byName = condition.free() && !condition.path().isEmpty();
        Tuples tuples =
                byName ? steps.columns().tuples(List.of(steps.column(new ReadKey.Field(condition.path())))) : null;
        if (tuples == null) {
            return own(marks);
        }
        byte[] byTuple = new byte[tuples.size()];
        for (int i = 0; i < byTuple.length; i++) {
            byTuple[i] = marks[tuples.first()[i]];
        }
        Column column = steps.column(new ReadKey.Field(condition.path()));
        return new Leaf(Set.of(column), true, tuples.codes(), tuples.first(), byTuple);
    }

    /** One that is told subject by subject. */
    private static Leaf own(byte[] marks) {
        char[] codes = new char[marks.length];
        int[] first = new int[Byte.MAX_VALUE];
        byte[] values = new byte[Byte.MAX_VALUE];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (char) marks[i];
            first[marks[i]] = i;
            values[marks[i]] = marks[i];
        }
        return new Leaf(Set.of(), false, codes, first, values);
    }

    /** What some leaves read, put together where that stays small. */
    Map<Leaf, Group> groups(Set<Leaf> leaves, int small) {
        Map<Leaf, Group> groups = new IdentityHashMap<>();
        List<Set<Column>> sets = new ArrayList<>();
        leaves.stream().filter(Leaf::shared).map(Leaf::columns).distinct().forEach(sets::add);
        sets.removeIf(set ->
                sets.stream().anyMatch(other -> other != set && other.size() > set.size() && other.containsAll(set)));
        merge(sets, small);
        for (Set<Column> set : sets) {
            Tuples tuples = steps.columns().tuples(sorted(set));
            if (tuples != null) {
                Group group = new Group(tuples.codes(), tuples.first());
                leaves.stream()
                        .filter(leaf -> leaf.shared() && set.containsAll(leaf.columns()))
                        .forEach(leaf -> groups.putIfAbsent(leaf, group));
            }
        }
        leaves.stream()
                .filter(leaf -> !groups.containsKey(leaf))
                .forEach(leaf -> groups.put(leaf, new Group(leaf.codes(), leaf.first())));
        return groups;
    }

    /** The smallest first, each put to the one before while both together are few. */
    private void merge(List<Set<Column>> sets, int small) {
        sets.sort((one, other) -> Integer.compare(size(one), size(other)));
        for (int i = 0; i + 1 < sets.size(); ) {
            Set<Column> both = new HashSet<>(sets.get(i));
            both.addAll(sets.get(i + 1));
            if (size(both) <= small) {
                sets.set(i, both);
                sets.remove(i + 1);
            } else {
                i++;
            }
        }
    }

    private int size(Set<Column> columns) {
        @Nullable Tuples tuples = steps.columns().tuples(sorted(columns));
        return tuples == null ? Integer.MAX_VALUE : tuples.size();
    }

    Plan.Part part() {
        return part;
    }
}
