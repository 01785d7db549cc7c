package org.assay.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.VerdictMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Ten rules with three values and nine outcomes over all components of a network with holes; milliseconds for all. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class KernelFull {

    /** By hand, prepared rows, one loop. */
    @Benchmark
    public byte[][] handFull(ThreeValuedState state) {
        state.byHand.evaluate(state.cells);
        return state.cells;
    }

    /** Ours: codes through tables to masks, once a snapshot is prepared for the rules. */
    @Benchmark
    public long[][] kernel(ThreeValuedState state) {
        return state.kernel.run();
    }

    /** Ours as an audit runs it: from the snapshot to the matrix. */
    @Benchmark
    public VerdictMatrix audit(ThreeValuedState state) {
        return new CompiledEvaluator()
                .open(state.rules, state.facts, TwoValued.terms())
                .evaluate(done -> {});
    }
}
