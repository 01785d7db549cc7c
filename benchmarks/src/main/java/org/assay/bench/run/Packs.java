package org.assay.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packs that this repository ships, as their authors wrote them. */
final class Packs {
    private static final Path BUNDLES = Path.of("bundles");

    private Packs() {}

    /** All of them, by file name. */
    static List<byte[]> shipped() {
        return files().map(Packs::bytes).toList();
    }

    /** The newest edition of each regime. */
    static List<byte[]> newest() {
        List<Path> all = files().toList();
        return all.stream()
                .filter(pack -> all.stream()
                        .filter(other -> other.getParent().equals(pack.getParent()))
                        .allMatch(other -> other.compareTo(pack) <= 0))
                .map(Packs::bytes)
                .toList();
    }

    private static Stream<Path> files() {
        try (Stream<Path> tree = Files.walk(BUNDLES, 6)) {
            List<Path> found = tree.filter(path -> path.toString().contains("src/main/packs")
                            && path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no packs under " + BUNDLES.toAbsolutePath() + "; run from the root");
            }
            return found.stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
