package org.assay.cli.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the container remembers of a file of configuration that was removed while it was stopped: it would go on counting, since
 * only a running container sees that a file goes.
 */
final class GoneConfiguration {
    private static final int DEPTH = 6;
    private static final String OURS = "data/config/org/assay/";
    private static final String ENDING = ".config";

    private GoneConfiguration() {}

    /**
     * Removes it. Only while the container is stopped.
     *
     * @throws IOException if that fails
     */
    static void forget(Path distribution) throws IOException {
        for (Path remembered : remembered(distribution.resolve("data/cache"))) {
            String name = remembered.getFileName().toString();
            String file = "org.assay." + name.substring(0, name.length() - ENDING.length()) + ".cfg";
            boolean fromFile = Files.readString(remembered).contains("felix.fileinstall.filename");
            if (fromFile && !Files.exists(distribution.resolve("etc").resolve(file))) {
                Files.delete(remembered);
            }
        }
    }

    private static List<Path> remembered(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(cache, DEPTH, (file, about) -> isOurs(cache.relativize(file)))) {
            return files.toList();
        }
    }

    private static boolean isOurs(Path file) {
        boolean inBundle =
                file.getNameCount() == DEPTH && file.getName(0).toString().startsWith("bundle");
        String rest = inBundle ? file.subpath(1, DEPTH).toString() : "";
        return rest.startsWith(OURS) && rest.endsWith(ENDING);
    }
}
