package org.assay.bench.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.bench.jmh.KernelFull;
import org.assay.bench.jmh.KernelMasks;
import org.assay.bench.three.ThreeValued;
import org.assay.bench.two.TwoValued;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the kernels under JMH, a process for each, and prints medians of three and ratios: {@code SIZES… }. */
public final class Kernels {
    /** Above this the interpreter would take minutes. */
    private static final int INTERPRETED = 10_000;

    private static final String HEAP = "-Xmx6g";

    private Kernels() {}

    /** See above. */
    public static void main(String[] args) throws RunnerException {
        for (String size : args) {
            masks(Integer.parseInt(size));
            full(Integer.parseInt(size));
        }
    }

    private static void masks(int n) throws RunnerException {
        Map<String, Double> times = run(KernelMasks.class, n, n > INTERPRETED ? ".*(hand.*|audit|kernel.*)" : ".*");
        double verdicts = (double) n * TwoValued.RULES;
        times.forEach((who, time) -> Figure.of("masks_" + who, n, verdicts / time / 1e3, "Mverdicts/s")
                .print());
        double fused = times.get("handFused");
        double ours = times.getOrDefault("kernel", times.get("audit"));
        double rate = verdicts / ours / 1e3;
        new Figure("kernel_masks", n, rate, "Mverdicts/s", "hand-fused", fused / ours).print();
        if (times.containsKey("celInterpreter")) {
            double ratio = times.get("celInterpreter") / ours;
            new Figure("kernel_masks", n, rate, "Mverdicts/s", "cel-interpreter", ratio).print();
        }
    }

    private static void full(int n) throws RunnerException {
        Map<String, Double> times = run(KernelFull.class, n, ".*");
        double verdicts = (double) n * ThreeValued.RULES;
        times.forEach((who, time) -> Figure.of("full_" + who, n, verdicts / time / 1e3, "Mverdicts/s")
                .print());
        double ours = times.getOrDefault("kernel", times.get("audit"));
        new Figure("kernel_full", n, verdicts / ours / 1e3, "Mverdicts/s", "hand-full", times.get("handFull") / ours)
                .print();
    }

    /** The median of the measured iterations by method, in milliseconds. */
    static Map<String, Double> run(Class<?> kernels, int n, String methods) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(kernels.getName().replace(".", "\\.") + "\\." + methods.replace(".*", "\\w*"))
                .param("components", Integer.toString(n))
                .forks(1)
                .jvmArgs(HEAP)
                .timeout(TimeValue.minutes(20))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> times = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            double[] each = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(Kernels::score)
                    .sorted()
                    .toArray();
            times.put(name, each[each.length / 2]);
            System.err.println(name + " " + n + ": " + Arrays.toString(each) + " ms");
        }
        return times;
    }

    private static double score(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }
}
