package org.assay.bench.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.PackReader;

/**
 * Reading, checking and compiling the shipped packs until they can judge; {@code cold}: all of them, once, in this fresh
 * process; {@code warm}: one pack after another, medians of five after twelve rounds. The cases of the packs are not run.
 */
public final class Loading {
    private static final int WARM = 12;
    private static final int MEASURED = 5;

    private Loading() {}

    /** See above. */
    public static void main(String[] args) {
        List<byte[]> packs = Packs.shipped();
        if (args[0].equals("cold")) {
            long start = System.nanoTime();
            packs.forEach(Loading::load);
            Figure.of("load_cold_ms", packs.size(), millis(start), "ms").print();
        } else {
            warm(packs);
        }
    }

    private static void warm(List<byte[]> packs) {
        NetworkFacts facts = TwoValued.facts(new Inventory(Spec.complete(1)));
        double worst = 0;
        for (byte[] pack : packs) {
            double[] times = new double[MEASURED];
            for (int i = -WARM; i < MEASURED; i++) {
                long start = System.nanoTime();
                judge(load(pack), facts);
                if (i >= 0) {
                    times[i] = millis(start);
                }
            }
            Arrays.sort(times);
            worst = Math.max(worst, times[MEASURED / 2]);
        }
        Figure.of("swap_warm_ms", packs.size(), worst, "ms").print();
    }

    private static RuleSet load(byte[] yaml) {
        return RuleSet.compile(PackReader.read(yaml));
    }

    /** The plan of a rule set is made when it is first used. */
    private static void judge(RuleSet rules, NetworkFacts facts) {
        new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(Inventory.DAY, Inventory.DAY, Map.of()))
                .evaluate(done -> {});
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
