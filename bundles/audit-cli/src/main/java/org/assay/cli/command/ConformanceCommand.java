package org.assay.cli.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.ConformanceTables;
import org.assay.cli.view.Terminal;
import org.assay.engine.conformance.ConformanceSuite;
import org.assay.engine.conformance.SuiteExport;
import org.assay.engine.conformance.UnreadableSuiteException;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.fault.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the published worked examples. */
@Command(
        name = "conformance",
        description = "Run the worked examples of the regimes against the engine; needs no server.",
        footer = {"", "Exit codes: 0 all hold, 1 one does not, 2 a file or a name is wrong."})
final class ConformanceCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "REGIME", arity = "0..*", description = "such as de-bsi; all without it")
    private List<String> regimes = new ArrayList<>();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "write the examples as JSON Lines that any tool can read, instead of running them")
    private @Nullable Path export;

    @Option(
            names = "--suites",
            paramLabel = "FOLDER",
            description = "a folder of <regime>/packs and <regime>/cases; without it, those that come with the program")
    private @Nullable Path folder;

    ConformanceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            List<Path> chosen = chosen();
            return export == null ? run(chosen) : export(chosen, export);
        } catch (UncheckedIOException | IOException e) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read or write: " + e.getMessage());
        } catch (UnreadableSuiteException e) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    e.file() + " has " + e.faults().size() + " fault(s):",
                    e.faults().stream().map(fault -> place(e.file(), fault)).toList());
        }
    }

    private List<Path> chosen() throws IOException {
        Path suites = folder == null ? session.layout().distribution().resolve("conformance") : folder;
        if (!Files.isDirectory(suites)) {
            throw new CliException(ExitCode.BAD_INPUT, "there are no worked examples in " + suites);
        }
        List<Path> all = list(suites, "");
        List<String> known = all.stream().map(ConformanceCommand::name).toList();
        regimes.stream().filter(regime -> !known.contains(regime)).findFirst().ifPresent(unknown -> {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "no worked examples of '" + unknown + "'; there are those of " + String.join(", ", known));
        });
        return all.stream()
                .filter(one -> regimes.isEmpty() || regimes.contains(name(one)))
                .toList();
    }

    private int run(List<Path> chosen) throws IOException {
        ConformanceTables tables = new ConformanceTables(session.results());
        List<String> broken = new ArrayList<>();
        long cases = 0;
        for (Path one : chosen) {
            ConformanceSuite suite = read(one);
            int before = broken.size();
            suite.run(new CompiledEvaluator(), outcome -> outcome.result()
                    .faults()
                    .forEach(fault -> broken.add(place(outcome.example().file(), fault))));
            tables.add(suite, broken.size() - before);
            cases += suite.examples().size();
        }
        tables.print();
        session.results().line();
        broken.forEach(line -> session.results().line(Terminal.safe(line)));
        session.results()
                .line(
                        broken.isEmpty()
                                ? "All " + cases + " worked examples hold."
                                : broken.size() + " of " + cases + " worked examples do not hold.");
        return broken.isEmpty() ? ExitCode.OK : ExitCode.FAILURES;
    }

    private int export(List<Path> chosen, Path file) throws IOException {
        int cases = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Path one : chosen) {
                ConformanceSuite suite = read(one);
                SuiteExport.write(suite, line -> write(out, line));
                cases += suite.examples().size();
            }
        }
        session.results().line(cases + " worked examples written to " + file);
        return ExitCode.OK;
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConformanceSuite read(Path suite) throws IOException {
        return ConformanceSuite.read(sources(suite, "packs"), sources(suite, "cases"));
    }

    private static List<ConformanceSuite.Source> sources(Path suite, String part) throws IOException {
        List<ConformanceSuite.Source> sources = new ArrayList<>();
        if (Files.isDirectory(suite.resolve(part))) {
            for (Path file : list(suite.resolve(part), ".yaml")) {
                String name = name(suite) + "/" + part + "/" + name(file);
                sources.add(new ConformanceSuite.Source(name, Files.readAllBytes(file)));
            }
        }
        return sources;
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String place(String file, Fault fault) {
        String hint = fault.hint().isEmpty() ? "" : ". " + fault.hint();
        return file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message() + hint;
    }
}
