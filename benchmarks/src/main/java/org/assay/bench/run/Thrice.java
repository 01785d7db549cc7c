package org.assay.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs programs of this package in fresh processes, in turn, three times each, and prints the medians of their figures:
 * {@code PROGRAM ARGS… [-- PROGRAM ARGS…]}. Where the whole way of a file and Jackson's parsing are
 * among them, their ratio is printed too.
 */
public final class Thrice {
    private static final int RUNS = 3;
    private static final List<String> STEPS = List.of("intake", "snapshot_digest", "evaluate", "findings", "store");
    private static final Pattern LINE =
            Pattern.compile("\\{\"figure\":\"(\\w+)\",\"n\":(\\d+),\"value\":([0-9.]+),\"unit\":\"([^\"]+)\"}");

    private final Map<String, List<Figure>> seen = new LinkedHashMap<>();

    private Thrice() {}

    /** See above. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Thrice thrice = new Thrice();
        for (int i = 0; i < RUNS; i++) {
            for (String program : String.join("\n", args).split("\n--\n")) {
                thrice.run(List.of(program.split("\n")));
            }
        }
        thrice.print();
    }

    private void run(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + Runtime.getRuntime().maxMemory(),
                "-cp",
                System.getProperty("java.class.path"),
                Thrice.class.getPackageName() + "." + program.get(0)));
        command.addAll(program.subList(1, program.size()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::take);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " ended with " + process.exitValue());
        }
    }

    private void take(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("no figure: " + line);
        }
        String name = matcher.group(1);
        double value = Double.parseDouble(matcher.group(3));
        seen.computeIfAbsent(name, n -> new ArrayList<>())
                .add(Figure.of(name, Long.parseLong(matcher.group(2)), value, matcher.group(4)));
    }

    private void print() {
        seen.values().forEach(some -> median(some).print());
        ratio("end_to_end", "");
        ratio("end_to_end", "processor_");
        STEPS.forEach(this::share);
    }

    /** What part of the whole way a step takes. */
    private void share(String step) {
        List<Figure> some = seen.get("end_to_end_" + step + "_ms");
        List<Figure> whole = seen.get("end_to_end_ms");
        if (some != null && whole != null) {
            Figure own = median(some);
            double share = own.value() / median(whole).value();
            new Figure("end_to_end_" + step, own.n(), own.value() / 1e3, "s", "end-to-end", share).print();
        }
    }

    private void ratio(String name, String clock) {
        List<Figure> whole = seen.get(name + "_" + clock + "ms");
        List<Figure> parse = seen.get("jackson_parse_" + clock + "ms");
        if (whole != null && parse != null) {
            Figure ours = median(whole);
            double ratio = ours.value() / median(parse).value();
            String figure = clock.isEmpty() ? name : name + "_processor";
            new Figure(figure, ours.n(), ours.value() / 1e3, "s", "jackson-parse", ratio).print();
        }
    }

    private static Figure median(List<Figure> some) {
        double[] values = some.stream().mapToDouble(Figure::value).sorted().toArray();
        Figure first = some.get(0);
        return Figure.of(first.figure(), first.n(), values[values.length / 2], first.unit());
    }
}
