package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Condition;

/** Judges the subjects of one kind, block by block. Not thread-safe. */
public final class Judge {
    /** Enough that the work on words outweighs all else, few enough for the caches. */
    private static final int BLOCK = 1 << 16;

    /** What the answers of all atoms about a block may take. */
    private static final long MAX_ANSWERS = 128L << 20;

    private static final int MASKS = 4;

    private final Plan.Part part;
    private final Subjects subjects;
    private final Block block;
    private final int most;
    private final List<Atom> atoms;

    /** A judge of a kind's subjects; what expressions see comes from a context. */
    public Judge(Plan.Part part, Subjects subjects, RuleContext context) {
        this.part = part;
        this.subjects = subjects;
        long fits = MAX_ANSWERS * Byte.SIZE / MASKS / Math.max(1, part.atoms().size());
        this.most = (int) Math.max(Long.SIZE, Math.min(BLOCK, fits));
        this.block = new Block(context.world(), subjects, most);
        CompiledRule any = part.rules().get(0).rule();
        this.atoms = part.atoms().stream()
                .map(atom -> new Atom(subject -> atom.test(context.about(any, subject)), block))
                .toList();
    }

    /** Told of the verdicts of a rule on some subjects. */
    public interface Listener {
        /** Some more verdicts are there. */
        void judged(int verdicts);
    }

    /** By whom the outcomes of a rule's clauses are known. */
    public interface Outcomes {
        /** The outcomes of a rule's clauses, by which candidates are the same. */
        List<Outcome> of(CompiledRule rule);
    }

    /**
     * Judges every subject by every rule.
     *
     * @param cells by rule, as many as there are subjects
     */
    public void judge(Outcomes outcomes, List<byte[]> cells, Listener listener) {
        for (int from = 0; from < subjects.size(); from += most) {
            block.move(from, Math.min(most, subjects.size() - from));
            atoms.forEach(atom -> atom.clear(block.words()));
            for (int i = 0; i < part.rules().size(); i++) {
                Plan.CutRule rule = part.rules().get(i);
                if (!rule.conditions().isEmpty()) {
                    judge(rule, outcomes.of(rule.rule()), cells.get(i));
                }
                listener.judged(block.size());
            }
        }
    }

    private void judge(Plan.CutRule rule, List<Outcome> outcomes, byte[] cells) {
        Cells list = new Cells(outcomes, cells, block.from(), block.all());
        for (int clause = 0; clause < outcomes.size(); clause++) {
            list.read(clause, ask(rule.conditions().get(clause), list.reading()));
        }
        list.finish();
    }

    /** How often CEL was asked. */
    public long runs() {
        return atoms.stream().mapToLong(Atom::runs).sum();
    }

    /** What a condition comes to for some subjects; each part is asked only where it matters. */
    private Masks ask(Condition condition, long[] asked) {
        if (none(asked)) {
            return Masks.empty(asked.length);
        }
        if (condition instanceof Condition.Atom atom) {
            return atoms.get(atom.number()).ask(asked);
        }
        if (condition instanceof Condition.And and) {
            Masks first = ask(and.first(), asked);
            return first.and(ask(and.second(), first.notNo(asked)));
        }
        if (condition instanceof Condition.Or or) {
            Masks first = ask(or.first(), asked);
            return first.or(ask(or.second(), without(asked, first.yes())));
        }
        if (condition instanceof Condition.Not not) {
            return ask(not.of(), asked).not(asked);
        }
        if (condition instanceof Condition.Choice choice) {
            Masks when = ask(choice.when(), asked);
            return when.choose(ask(choice.then(), when.yes()), ask(choice.otherwise(), when.no(asked)));
        }
        boolean always = ((Condition.Fixed) condition).value();
        int words = asked.length;
        return always ? new Masks(asked.clone(), new long[words], new long[words]) : Masks.empty(words);
    }

    private static boolean none(long[] asked) {
        for (long word : asked) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] without(long[] asked, long[] taken) {
        long[] rest = new long[asked.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = asked[i] & ~taken[i];
        }
        return rest;
    }
}
