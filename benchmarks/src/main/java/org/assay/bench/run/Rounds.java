package org.assay.bench.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.inventory.Unit;
import org.assay.bench.three.FullJava;
import org.assay.bench.three.ThreeValued;
import org.assay.bench.two.ColumnarJava;
import org.assay.bench.two.FusedJava;
import org.assay.bench.two.Kernel;
import org.assay.bench.two.PlainJava;
import org.assay.bench.two.Register;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.RulePack;

/**
 * The kernels in turn, one thread, by the thread's processor time: {@code SIZES…}. For machines on which others work: turns of
 * some tenth of a second, all in one process, the least of many rounds and the median. What Java's compiler makes of a method may
 * depend on what ran before; {@link Kernels} has a process for each.
 */
public final class Rounds {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM = 12;
    private static final int ROUNDS = 15;
    private static final long TURN = 100_000_000;
    private static final int INTERPRETED = 10_000;

    private final Map<String, Runnable> all = new LinkedHashMap<>();
    private final Map<String, double[]> times = new LinkedHashMap<>();

    private Rounds() {}

    /** See above. */
    public static void main(String[] args) {
        for (String size : args) {
            two(Integer.parseInt(size));
            three(Integer.parseInt(size));
        }
    }

    private static void two(int n) {
        Inventory inventory = new Inventory(Spec.complete(n));
        Unit[] units = TwoValued.units(inventory);
        RulePack pack = TwoValued.pack();
        RuleSet rules = RuleSet.compile(pack);
        Register register = new Register(pack, inventory);
        PreparedFacts facts = PreparedFacts.of(TwoValued.facts(inventory));
        long start = THREADS.getCurrentThreadCpuTime();
        Kernel kernel = new Kernel(rules, facts);
        Figure.of("masks_kernel_prepare_ms", n, (THREADS.getCurrentThreadCpuTime() - start) / 1e6, "ms")
                .print();
        kernel.run();
        long[] wanted = kernel.holding();
        long[] masks = new long[n];
        FusedJava fused = new FusedJava(register, units);
        ColumnarJava columnar = new ColumnarJava(register, units);
        PlainJava plain = new PlainJava(register);
        Rounds rounds = new Rounds();
        rounds.all.put("kernel", kernel::run);
        rounds.all.put("hand-fused", () -> fused.evaluate(masks));
        rounds.all.put("hand-columnar", () -> columnar.evaluate(masks));
        rounds.all.put("hand-plain", () -> plain.evaluate(units, masks));
        for (String name : new String[] {"hand-fused", "hand-columnar", "hand-plain"}) {
            rounds.all.get(name).run();
            TwoValued.requireSame(name, wanted, masks);
        }
        rounds.go();
        double ours = rounds.print("masks", n, TwoValued.RULES, "hand-fused");
        if (n <= INTERPRETED) {
            interpreter(rules, facts, wanted, ours);
        }
    }

    private static void interpreter(RuleSet rules, PreparedFacts facts, long[] wanted, double ours) {
        double[] each = new double[3];
        for (int i = 0; i < each.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            long[] said = TwoValued.masks(new Interpreter(), rules, facts.facts());
            each[i] = THREADS.getCurrentThreadCpuTime() - start;
            TwoValued.requireSame("cel-interpreter", said, wanted);
        }
        Arrays.sort(each);
        double rate = wanted.length * (double) TwoValued.RULES / ours * 1e3;
        new Figure("kernel_masks", wanted.length, rate, "Mverdicts/s", "cel-interpreter", each[1] / ours).print();
    }

    private static void three(int n) {
        Inventory inventory = new Inventory(Spec.withHoles(n));
        RulePack pack = ThreeValued.pack();
        RuleSet rules = RuleSet.compile(pack);
        FullJava byHand = new FullJava(pack, inventory, TwoValued.units(inventory));
        Kernel kernel = new Kernel(rules, PreparedFacts.of(TwoValued.facts(inventory)));
        kernel.run();
        byte[][] cells = new byte[ThreeValued.RULES][n];
        byHand.evaluate(cells);
        if (!Arrays.deepEquals(cells, kernel.cells())) {
            throw new IllegalStateException("hand-full and the kernel differ");
        }
        Rounds rounds = new Rounds();
        rounds.all.put("kernel", kernel::run);
        rounds.all.put("hand-full", () -> byHand.evaluate(cells));
        rounds.go();
        rounds.print("full", n, ThreeValued.RULES, "hand-full");
    }

    private void go() {
        for (int i = -WARM; i < ROUNDS; i++) {
            int round = i;
            all.forEach((name, run) -> {
                double time = turn(run);
                if (round >= 0) {
                    times.computeIfAbsent(name, n -> new double[ROUNDS])[round] = time;
                }
            });
        }
        times.values().forEach(Arrays::sort);
    }

    /** Nanoseconds of processor time for one run. */
    private static double turn(Runnable run) {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = start + TURN;
        int runs = 0;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            run.run();
            runs++;
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / (double) runs;
    }

    /** Prints medians and the ratio; gives the kernel's median. */
    private double print(String what, int n, int rules, String other) {
        double verdicts = (double) n * rules;
        times.forEach((name, each) -> {
            Figure.of(what + "_" + name, n, verdicts / each[ROUNDS / 2] * 1e3, "Mverdicts/s")
                    .print();
            Figure.of(what + "_" + name + "_best", n, verdicts / each[0] * 1e3, "Mverdicts/s")
                    .print();
        });
        double ours = times.get("kernel")[ROUNDS / 2];
        double ratio = times.get(other)[ROUNDS / 2] / ours;
        new Figure("kernel_" + what, n, verdicts / ours * 1e3, "Mverdicts/s", other, ratio).print();
        return ours;
    }
}
