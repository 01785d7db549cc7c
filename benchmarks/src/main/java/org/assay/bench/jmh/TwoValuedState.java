package org.assay.bench.jmh;

import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.inventory.Unit;
import org.assay.bench.two.ColumnarJava;
import org.assay.bench.two.FusedJava;
import org.assay.bench.two.Kernel;
import org.assay.bench.two.PlainJava;
import org.assay.bench.two.Register;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A network and everything that judges it by the thirty rules; verdicts are compared before anything is measured. */
@State(Scope.Benchmark)
public class TwoValuedState {
    @Param({"10000"})
    int components;

    Unit[] units;
    PlainJava plain;
    FusedJava fused;
    ColumnarJava columnar;
    RuleSet rules;
    NetworkFacts facts;
    Kernel kernel;
    long[] masks;

    /** Makes all of it. */
    @Setup
    public void prepare() {
        Inventory inventory = new Inventory(Spec.complete(components));
        units = TwoValued.units(inventory);
        facts = TwoValued.facts(inventory);
        rules = RuleSet.compile(TwoValued.pack());
        Register register = new Register(rules.pack(), inventory);
        plain = new PlainJava(register);
        fused = new FusedJava(register, units);
        columnar = new ColumnarJava(register, units);
        kernel = new Kernel(rules, PreparedFacts.of(facts));
        compare();
    }

    private void compare() {
        long[] ours = TwoValued.masks(new CompiledEvaluator(), rules, facts);
        masks = new long[components];
        plain.evaluate(units, masks);
        TwoValued.requireSame("hand-plain", ours, masks);
        fused.evaluate(masks);
        TwoValued.requireSame("hand-fused", ours, masks);
        columnar.evaluate(masks);
        TwoValued.requireSame("hand-columnar", ours, masks);
        kernel.run();
        TwoValued.requireSame("kernel", ours, kernel.holding());
    }
}
