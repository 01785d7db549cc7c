package org.assay.testkit.mutate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.fault.FaultException;

/** A program that changes rules in one place after the other and tells which changes no case notices. */
public final class MutatePack {
    private static final String USAGE = String.join(
            System.lineSeparator(),
            "usage: MutatePack [--only NAME] [--sample N] [--seed S] [--tables] [--most PERCENT] FILE...",
            "  --only NAME      only what begins so: a requirement's id, 'define x', 'measure x', 'reference x'",
            "  --sample N       so many changes, chosen by --seed (default 1); all of them without it",
            "  --tables         each row and each word of the tables too, not only their days and numbers",
            "  --most PERCENT   how many survivors are borne (default 5)",
            "Conformance files are taken from src/test/resources/conformance beside src/main/packs, explained survivors",
            "(lines 'id: why') from src/test/resources/mutants/<name of the pack file>.");

    private MutatePack() {}

    /** Exits with 0 if few enough survive in every file, 1 if too many do, 2 if a file cannot be tried. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out));
    }

    static int run(List<String> args, PrintStream out) {
        Map<String, String> options = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--tables")) {
                options.put(arg, "");
            } else if (arg.startsWith("--") && i + 1 < args.size()) {
                options.put(arg, args.get(++i));
            } else {
                files.add(arg);
            }
        }
        if (files.isEmpty()
                || !List.of("--only", "--sample", "--seed", "--tables", "--most")
                        .containsAll(options.keySet())) {
            out.println(USAGE);
            return 2;
        }
        try {
            Mutation.Choice choice = new Mutation.Choice(
                    options.getOrDefault("--only", ""),
                    Integer.parseInt(options.getOrDefault("--sample", "0")),
                    Long.parseLong(options.getOrDefault("--seed", "1")),
                    options.containsKey("--tables"));
            double most = Double.parseDouble(options.getOrDefault("--most", "5"));
            return files.stream()
                    .mapToInt(file -> run(Path.of(file), choice, most, out))
                    .max()
                    .orElse(2);
        } catch (NumberFormatException e) {
            out.println("this is no number: " + e.getMessage());
            return 2;
        }
    }

    private static int run(Path file, Mutation.Choice choice, double most, PrintStream out) {
        try {
            Report report = Mutation.ofModule(file).run(choice);
            report.lines().forEach(out::println);
            return report.share() <= most ? 0 : 1;
        } catch (FaultException e) {
            e.faults().forEach(fault -> out.println(file + ": " + fault));
            return 2;
        } catch (IOException | IllegalArgumentException e) {
            out.println(file + ": " + e.getMessage());
            return 2;
        }
    }
}
