package org.assay.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.VerdictMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Thirty two-valued rules over all components of a network; milliseconds for all of them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class KernelMasks {

    /** By hand, records with texts and dates. */
    @Benchmark
    public long[] handPlain(TwoValuedState state) {
        state.plain.evaluate(state.units, state.masks);
        return state.masks;
    }

    /** By hand, prepared rows, one loop. */
    @Benchmark
    public long[] handFused(TwoValuedState state) {
        state.fused.evaluate(state.masks);
        return state.masks;
    }

    /** By hand, columns. */
    @Benchmark
    public long[] handColumnar(TwoValuedState state) {
        state.columnar.evaluate(state.masks);
        return state.masks;
    }

    /** Ours: codes through tables to masks, once a snapshot is prepared for the rules. */
    @Benchmark
    public long[][] kernel(TwoValuedState state) {
        return state.kernel.run();
    }

    /** Ours as an audit runs it: from the snapshot to the matrix. */
    @Benchmark
    public VerdictMatrix audit(TwoValuedState state) {
        return new CompiledEvaluator()
                .open(state.rules, state.facts, TwoValued.terms())
                .evaluate(done -> {});
    }

    /** The reference interpreter. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 2)
    @Measurement(iterations = 3)
    public VerdictMatrix celInterpreter(TwoValuedState state) {
        return new Interpreter()
                .open(state.rules, state.facts, TwoValued.terms())
                .evaluate(done -> {});
    }
}
