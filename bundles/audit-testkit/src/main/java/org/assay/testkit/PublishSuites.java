package org.assay.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what the regimes of a repository are tried with where the distribution takes it from: {@code <regime>/packs/*.yaml} and
 * {@code <regime>/cases/*.yaml}.
 */
public final class PublishSuites {
    private static final String MODULE = "regime-";

    private PublishSuites() {}

    /**
     * {@code PublishSuites BUNDLES OUTPUT-FOLDER}; the build calls it.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: PublishSuites BUNDLES OUTPUT-FOLDER");
        }
        publish(Path.of(args[0]), Path.of(args[1]));
    }

    /** Writes the folder anew. */
    static void publish(Path bundles, Path output) throws IOException {
        empty(output);
        for (Path module : modules(bundles)) {
            Path regime = output.resolve(module.getFileName().toString().substring(MODULE.length()));
            copy(module.resolve("src/main/packs"), regime.resolve("packs"));
            copy(module.resolve("src/test/resources/conformance"), regime.resolve("cases"));
        }
    }

    private static List<Path> modules(Path bundles) throws IOException {
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(MODULE))
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/packs")))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : PackFiles.in(from, ".yaml")) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
