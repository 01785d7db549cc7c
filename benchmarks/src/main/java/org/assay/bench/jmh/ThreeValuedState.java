package org.assay.bench.jmh;

import java.util.Arrays;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.three.FullJava;
import org.assay.bench.three.ThreeValued;
import org.assay.bench.two.Kernel;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A network with holes and who judges it by the ten rules; verdicts are compared before anything is measured. */
@State(Scope.Benchmark)
public class ThreeValuedState {
    @Param({"10000"})
    int components;

    FullJava byHand;
    RuleSet rules;
    NetworkFacts facts;
    Kernel kernel;
    byte[][] cells;

    /** Makes all of it. */
    @Setup
    public void prepare() {
        Inventory inventory = new Inventory(Spec.withHoles(components));
        facts = TwoValued.facts(inventory);
        rules = RuleSet.compile(ThreeValued.pack());
        byHand = new FullJava(rules.pack(), inventory, TwoValued.units(inventory));
        cells = new byte[ThreeValued.RULES][components];
        byHand.evaluate(cells);
        ThreeValued.requireSame(
                new CompiledEvaluator().open(rules, facts, TwoValued.terms()).evaluate(done -> {}), cells);
        kernel = new Kernel(rules, PreparedFacts.of(facts));
        kernel.run();
        if (!Arrays.deepEquals(cells, kernel.cells())) {
            throw new IllegalStateException("hand-full and the kernel differ");
        }
    }
}
