package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.engine.eval.Truth;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;

/** Judges the subjects of one kind, block by block, in one thread. */
public final class Judge {
    /** Enough that the work on words outweighs all else, few enough for the caches and for several threads. */
    private static final int BLOCK = 1 << 14;

    /** What the answers of all atoms about a block may take. */
    private static final long MAX_ANSWERS = 128L << 20;

    private static final int MASKS = 4;

    private final Plan.Part part;
    private final List<Atom> atoms;
    private final MemberLoops loops;
    private final Conditions conditions;

    /** A judge of a kind's subjects; what expressions see comes from a context. */
    public Judge(Plan.Part part, SnapshotStore store, RuleContext context) {
        this.part = part;
        Steps own = new Steps(store.columns(part.subject(), context.world()), context.world());
        CompiledRule any = part.rules().get(0).rule();
        this.atoms = part.atoms().stream()
                .map(atom -> {
                    Lookup<Truth> lookup = own.columns().lookup(atom.key().under(context), Atom::mark);
                    return new Atom(
                            lookup, new Reader<>(own, view -> atom.test().test(context.about(any, view))));
                })
                .toList();
        this.loops = new MemberLoops(
                part,
                context,
                view -> context.about(any, view),
                own,
                () -> new Steps(store.components(context.world()), context.world()));
        this.conditions = new Conditions(atoms, loops);
    }

    /** How many subjects are judged together. */
    public static int block(Plan.Part part) {
        long fits = MAX_ANSWERS * Byte.SIZE / MASKS / Math.max(1, part.atoms().size());
        return (int) Math.max(Long.SIZE, Math.min(BLOCK, fits)) / Long.SIZE * Long.SIZE;
    }

    /** By whom the outcomes of a rule's clauses are known. */
    public interface Outcomes {
        /** The outcomes of a rule's clauses, by which candidates are the same. */
        List<Outcome> of(CompiledRule rule);
    }

    /**
     * Judges some subjects by every rule.
     *
     * @param from the first one, divisible by 64
     * @param cells by rule, where to write
     */
    public void judge(int from, int size, Outcomes outcomes, List<CellWords> cells) {
        Positions block = Positions.range(from, size);
        atoms.forEach(atom -> atom.move(block));
        loops.move(block);
        for (int i = 0; i < part.rules().size(); i++) {
            Plan.CutRule rule = part.rules().get(i);
            if (rule.conditions().isEmpty()) {
                cells.get(i).add(VerdictMatrix.NOT_ADDRESSED, from / Long.SIZE, block.all());
            } else {
                judge(rule, block, from / Long.SIZE, outcomes.of(rule.rule()), cells.get(i));
            }
        }
    }

    private void judge(Plan.CutRule rule, Positions block, int fromWord, List<Outcome> outcomes, CellWords cells) {
        Cells list = new Cells(outcomes, block.all());
        for (int clause = 0; clause < outcomes.size(); clause++) {
            list.read(clause, conditions.ask(rule.conditions().get(clause), list.reading()));
        }
        list.finish(cells, fromWord);
    }

    /** How often CEL was asked about subjects. */
    public long runs() {
        return atoms.stream().mapToLong(Atom::runs).sum();
    }
}
