package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the components of something: an index says which these are, and what is asked of a component is asked as of
 * the components themselves. What also says something about the subject is asked anew for each. Not thread-safe.
 */
final class MemberLoops implements Conditions.Members {
    private final Plan.Part part;
    private final RuleContext context;
    private final Function<FactView, RuleContext.Variables> about;
    private final Steps own;
    private final Supplier<Steps> found;
    private final List<Atom> atoms = new ArrayList<>();
    private final Conditions conditions = new Conditions(atoms, (condition, asked) -> {
        throw new IllegalStateException("a loop within a loop is not cut");
    });
    private final Map<Condition.Members, Map<Object, Truth>> free = new IdentityHashMap<>();
    private Positions positions = Positions.range(0, 0);
    private @Nullable Steps components;
    private @Nullable MemberIndex index;

    /**
     * The loops of some conditions.
     *
     * @param about gives what an expression sees of a subject
     */
    MemberLoops(
            Plan.Part part,
            RuleContext context,
            Function<FactView, RuleContext.Variables> about,
            Steps own,
            Supplier<Steps> components) {
        this.part = part;
        this.context = context;
        this.about = about;
        this.own = own;
        this.found = components;
    }

    /** The components, looked at when there is a loop over some. */
    private Steps components() {
        Steps known = components;
        if (known == null) {
            Steps steps = found.get();
            components = steps;
            known = steps;
            part.members().forEach(atom -> atoms.add(shared(atom, steps)));
        }
        return known;
    }

    private MemberIndex index() {
        MemberIndex known = index == null ? new MemberIndex(components(), context.world()) : index;
        index = known;
        return known;
    }

    private Atom shared(Plan.PlannedAtom atom, Steps components) {
        Lookup<Truth> lookup = components.columns().lookup(atom.key().under(context), Atom::mark);
        return new Atom(lookup, new Reader<>(components, view -> atom.test().test(context.member(atom.name(), view))));
    }

    /** One that also says something about a subject. */
    private Atom bound(Plan.PlannedAtom atom, RuleContext.Variables subject) {
        Steps steps = components();
        Lookup<Truth> lookup =
                new Lookup<>(Atom::mark, steps.columns().subjects().size());
        return new Atom(lookup, new Reader<>(steps, view -> atom.test().test(subject.with(atom.name(), view))));
    }

    void move(Positions to) {
        positions = to;
    }

    @Override
    public Masks ask(Condition.Members condition, long[] asked) {
        Masks answer = Masks.empty(asked.length);
        for (int word = 0; word < asked.length; word++) {
            for (long left = asked[word]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                switch (truth(condition, positions.at(word * Long.SIZE + bit))) {
                    case TRUE -> answer.yes()[word] |= 1L << bit;
                    case UNKNOWN -> answer.open()[word] |= 1L << bit;
                    case ERROR -> answer.broken()[word] |= 1L << bit;
                    case FALSE -> {}
                }
            }
        }
        return answer;
    }

    private Truth truth(Condition.Members condition, int subject) {
        Object of = of(condition.path(), subject);
        if (of == ReadKey.MISSING) {
            return Truth.UNKNOWN;
        }
        if (!condition.free()) {
            return truth(condition, subject, index().of(of.toString()));
        }
        Map<Object, Truth> known = free.computeIfAbsent(condition, any -> new HashMap<>());
        Truth truth = known.get(of);
        if (truth == null) {
            truth = truth(condition, subject, index().of(of.toString()));
            known.put(of, truth);
        }
        return truth;
    }

    /** What the components are of, as kind and id. */
    private Object of(String path, int subject) {
        Subjects subjects = own.columns().subjects();
        if (path.isEmpty()) {
            return subjects.kind().word() + "/" + subjects.ids().get(subject);
        }
        Column column = own.column(new ReadKey.Field(path));
        return column.values().get(column.code(subject));
    }

    private Truth truth(Condition.Members condition, int subject, int[] members) {
        if (members.length == 0) {
            return condition.all() ? Truth.TRUE : Truth.FALSE;
        }
        context.world().meter().work(members.length * condition.weight());
        Positions places = Positions.of(members);
        RuleContext.Variables seen = null;
        for (int i = 0; i < atoms.size(); i++) {
            Plan.PlannedAtom atom = part.members().get(i);
            if (!atom.free()) {
                seen = seen == null ? about(subject) : seen;
                atoms.set(i, bound(atom, seen));
            }
            atoms.get(i).move(places);
        }
        long[] all = places.all();
        Masks masks = conditions.ask(condition.test(), all);
        return condition.all() ? all(masks, all) : any(masks);
    }

    private RuleContext.Variables about(int subject) {
        return about.apply(own.columns().subjects().alone(subject, context.world()));
    }

    private static Truth any(Masks masks) {
        if (some(masks.yes())) {
            return Truth.TRUE;
        }
        return open(masks, Truth.FALSE);
    }

    private static Truth all(Masks masks, long[] all) {
        if (some(masks.no(all))) {
            return Truth.FALSE;
        }
        return open(masks, Truth.TRUE);
    }

    private static Truth open(Masks masks, Truth otherwise) {
        if (some(masks.open())) {
            return Truth.UNKNOWN;
        }
        return some(masks.broken()) ? Truth.ERROR : otherwise;
    }

    private static boolean some(long[] words) {
        for (long word : words) {
            if (word != 0) {
                return true;
            }
        }
        return false;
    }
}
