package org.assay.bench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.two.ManyRules;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;

/**
 * Whether the time of an audit's evaluation, from the snapshot to the matrix, per component and rule rises, with components or with rules: {@code SIZES…}.
 * Warm, by the processor time of both threads, medians of three.
 */
public final class Growth {
    private static final int WARM = 4;
    private static final int MEASURED = 3;
    private static final int COMPONENTS = 10_000;
    private static final int[] TIMES = {1, 3, 10};

    private Growth() {}

    /** See above. */
    public static void main(String[] args) {
        RuleSet thirty = RuleSet.compile(TwoValued.pack());
        List<Figure> figures = new ArrayList<>();
        double first = 0;
        for (String size : args) {
            int n = Integer.parseInt(size);
            double cost = cost(thirty, TwoValued.facts(new Inventory(Spec.complete(n))), n, TwoValued.RULES);
            first = first == 0 ? cost : first;
            figures.add(new Figure("growth", n, cost, "ns/component/rule", args[0] + " components", cost / first));
        }
        NetworkFacts facts = TwoValued.facts(new Inventory(Spec.complete(COMPONENTS)));
        first = 0;
        for (int times : TIMES) {
            RuleSet rules = RuleSet.compile(ManyRules.times(TwoValued.pack(), times));
            double cost = cost(rules, facts, COMPONENTS, TwoValued.RULES * times);
            first = first == 0 ? cost : first;
            figures.add(new Figure(
                    "growth_" + TwoValued.RULES * times + "_rules",
                    COMPONENTS,
                    cost,
                    "ns/component/rule",
                    TwoValued.RULES + " rules",
                    cost / first));
        }
        figures.forEach(Figure::print);
    }

    /** Nanoseconds per component and rule. */
    private static double cost(RuleSet rules, NetworkFacts facts, int components, int count) {
        double[] times = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            double start = Processor.millis();
            long verdicts = new CompiledEvaluator()
                    .open(rules, facts, TwoValued.terms())
                    .evaluate(done -> {})
                    .size();
            if (verdicts != (long) components * count) {
                throw new IllegalStateException(verdicts + " verdicts of " + components + " times " + count);
            }
            if (i >= 0) {
                times[i] = (Processor.millis() - start) * 1e6 / ((double) components * count);
            }
        }
        Arrays.sort(times);
        return times[MEASURED / 2];
    }
}
