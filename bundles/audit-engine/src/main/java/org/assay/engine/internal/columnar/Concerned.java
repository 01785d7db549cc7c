package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Concern;
import org.assay.engine.internal.world.FactView;

/**
 * The components behind verdicts on something larger, by columns: what a condition says of components alone is shared with all
 * who ask it, and where it can be true for components of the subject only, no others are asked. Not thread-safe.
 */
public final class Concerned {
    private static final int BLOCK = 1 << 14;

    private final Plan plan;
    private final RuleContext context;
    private final Steps components;
    private final MemberIndex index;

    /** The components that a context sees. */
    public Concerned(Plan plan, SnapshotStore store, RuleContext context) {
        this.plan = plan;
        this.context = context;
        this.components = new Steps(store.components(context.world()), context.world());
        this.index = new MemberIndex(components, context.world());
    }

    /**
     * The ids of the components for which a condition is true, in order.
     *
     * @param condition of a clause of the rule
     * @param of what it also sees; of any world
     * @param most beyond so many no more are looked for
     */
    public List<String> of(CompiledRule rule, Compiled condition, FactView of, int most) {
        Plan.CutConcern cut = plan.concern(rule, condition);
        String name = of.subject();
        Kind kind = Kind.ofWord(name.substring(0, name.indexOf('/')));
        FactView subject = context.world().view(kind, of.id());
        RuleContext.Variables about = context.about(rule, subject);
        List<Atom> atoms = cut.atoms().stream().map(atom -> atom(atom, about)).toList();
        return find(cut.concern(), atoms, subject, most);
    }

    private Atom atom(Plan.PlannedAtom atom, RuleContext.Variables about) {
        Lookup<Truth> lookup = atom.free()
                ? components.columns().lookup(atom.key().under(context), Atom::mark)
                : new Lookup<>(Atom::mark, components.columns().subjects().size());
        RuleContext.Variables seen = atom.free() ? null : about;
        return new Atom(lookup, new Reader<>(components, view -> atom.test()
                .test(seen == null ? context.member(atom.name(), view) : seen.with(atom.name(), view))));
    }

    private List<String> find(Concern concern, List<Atom> atoms, FactView subject, int most) {
        Conditions conditions = new Conditions(atoms, (condition, asked) -> {
            throw new IllegalStateException("a loop is not cut here");
        });
        int[] own = concern.own() ? index.of(subject.subject()) : new int[0];
        int size = concern.own() ? own.length : components.columns().subjects().size();
        List<String> found = new ArrayList<>();
        for (int from = 0; from < size && found.size() < most; from += BLOCK) {
            int to = Math.min(size, from + BLOCK);
            Positions block =
                    concern.own() ? Positions.of(Arrays.copyOfRange(own, from, to)) : Positions.range(from, to - from);
            atoms.forEach(atom -> atom.move(block));
            Masks masks = conditions.ask(concern.condition(), block.all());
            IntStream.range(0, to - from)
                    .filter(place -> masks.truth(place) == Truth.TRUE)
                    .limit(most - found.size())
                    .forEach(place ->
                            found.add(components.columns().subjects().ids().get(block.at(place))));
        }
        return found;
    }
}
