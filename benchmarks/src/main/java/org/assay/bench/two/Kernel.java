package org.assay.bench.two;

import java.util.List;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictKernel;

/** Our kernel over some rules and facts, and its answers in the forms of those by hand. */
public final class Kernel {
    private final VerdictKernel kernel;
    private final long[][] masks;

    /** Prepares it. */
    public Kernel(RuleSet rules, PreparedFacts facts) {
        kernel = VerdictKernel.of(rules, facts, TwoValued.terms());
        masks = new long[kernel.words()][kernel.components()];
    }

    /** Judges every component. */
    public long[][] run() {
        kernel.run(masks);
        return masks;
    }

    /** How many words it writes and array reads it takes for a component. */
    public int memory() {
        return kernel.words() + kernel.lookups();
    }

    /** The verdicts as words whose bit n is set where rule n + 1 holds: where its first clause decides. */
    public long[] holding() {
        List<String> ids = kernel.requirements();
        long[] holding = new long[kernel.components()];
        for (int i = 0; i < holding.length; i++) {
            for (int rule = 0; rule < ids.size(); rule++) {
                holding[i] |= kernel.cell(masks, ids.get(rule), i) == 0 ? 1L << rule : 0;
            }
        }
        return holding;
    }

    /** The verdicts as cells, by rule and then by component. */
    public byte[][] cells() {
        List<String> ids = kernel.requirements();
        byte[][] cells = new byte[ids.size()][kernel.components()];
        for (int rule = 0; rule < cells.length; rule++) {
            for (int i = 0; i < cells[rule].length; i++) {
                cells[rule][i] = (byte) kernel.cell(masks, ids.get(rule), i);
            }
        }
        return cells;
    }
}
