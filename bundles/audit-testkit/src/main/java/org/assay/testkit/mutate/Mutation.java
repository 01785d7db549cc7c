package org.assay.testkit.mutate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/**
 * Changes a pack in one place after the other and runs the cases that should notice: those of the pack and those of the
 * conformance files beside it.
 */
public final class Mutation {
    private static final int THREADS = 2;

    private final Path file;
    private final Path conformance;
    private final Path known;

    /**
     * A trial of one pack.
     *
     * @param file the pack as YAML
     * @param conformance the folder of the conformance files that speak of it; need not be there
     * @param known the list of changes that nothing can notice; need not be there, see {@link Explained}
     */
    public Mutation(Path file, Path conformance, Path known) {
        this.file = file;
        this.conformance = conformance;
        this.known = known;
    }

    /**
     * A trial of a pack in a regime's module, where the other files lie where they always do. Conformance files speak of the
     * edition with the highest version, so an older one, whose name sorts before, is tried with its own cases alone.
     */
    public static Mutation ofModule(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path resources = absolute.resolveSibling("../../test/resources").normalize();
        return new Mutation(
                file,
                resources.resolve(isNewest(absolute) ? "conformance" : "conformance-of-none"),
                resources.resolve("mutants").resolve(absolute.getFileName().toString()));
    }

    private static boolean isNewest(Path file) {
        String[] names = file.getParent().toFile().list((folder, name) -> name.endsWith(".yaml"));
        return names == null
                || Stream.of(names)
                        .noneMatch(name -> name.compareTo(file.getFileName().toString()) > 0);
    }

    /**
     * Which changes are tried.
     *
     * @param only what the name of what is changed begins with, such as a requirement's id or {@code define x}; empty for all
     * @param most how many at most, chosen by the seed; 0 for all
     * @param seed of the choice
     * @param tables whether each row and each word of the tables is tried too, not only days and numbers
     */
    public record Choice(String only, int most, long seed, boolean tables) {
        /** All changes but those of words in tables. */
        public static final Choice ALL = new Choice("", 0, 0, false);
    }

    /**
     * Tries the changes.
     *
     * @throws IOException if a file cannot be read
     * @throws org.assay.engine.fault.FaultException if the pack or a file beside it is not in order, or one of the cases
     *     does not hold before anything is changed
     */
    public Report run(Choice choice) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(file));
        Explained explained = Explained.read(known);
        Trial trial = new Trial(pack, conformance(pack));
        List<Mutant> mutants = chosen(mutants(trial.pack(), choice.tables()), choice);
        trial.check(mutants);
        List<Result> results =
                run(trial, mutants).stream().map(explained::settle).toList();
        boolean all = choice.only().isEmpty() && choice.most() == 0;
        return new Report(
                file, pack.regime() + " " + pack.version(), results, all ? explained.stale(results) : List.of());
    }

    /** The cases beside the packs that this edition judges. */
    private List<ConformanceReader.Conformance> conformance(RulePack pack) throws IOException {
        List<byte[]> editions = new ArrayList<>();
        for (Path edition : files(file.toAbsolutePath().resolveSibling("."))) {
            byte[] yaml = Files.readAllBytes(edition);
            if (PackReader.read(yaml).regime().equals(pack.regime())) {
                editions.add(yaml);
            }
        }
        List<ConformanceReader.Conformance> cases = new ArrayList<>();
        for (Path one : files(conformance)) {
            cases.addAll(ConformanceReader.read(Files.readAllBytes(one), editions));
        }
        return cases.stream()
                .filter(one -> one.version().equals(pack.version()))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Mutant> mutants(RulePack pack, boolean tables) {
        List<Mutant> mutants = new ArrayList<>(SharedMutants.of(pack, tables));
        pack.requirements().forEach(requirement -> mutants.addAll(RequirementMutants.of(requirement)));
        return mutants;
    }

    private static List<Mutant> chosen(List<Mutant> all, Choice choice) {
        List<Mutant> chosen = new ArrayList<>(all);
        chosen.removeIf(mutant -> !mutant.owner().startsWith(choice.only()));
        if (choice.most() > 0 && choice.most() < chosen.size()) {
            Collections.shuffle(chosen, new Random(choice.seed()));
            return chosen.subList(0, choice.most());
        }
        return chosen;
    }

    private static List<Result> run(Trial trial, List<Mutant> mutants) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Result>> running = new ArrayList<>();
            mutants.forEach(mutant -> running.add(threads.submit(() -> trial.run(mutant))));
            List<Result> results = new ArrayList<>();
            for (Future<Result> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changes were tried", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a change could not be tried: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
