package org.assay.cli.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the container remembers of a file of configuration that was removed while it was stopped: it would go on counting, since
 * only a running container sees that a file goes.
 */
final class GoneConfiguration {
    private static final String OURS = "data/config/org/assay";
    private static final String BUNDLES = "bundle*";
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
        List<Path> remembered = new ArrayList<>();
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(cache, BUNDLES)) {
            for (Path bundle : bundles) {
                remembered.addAll(ours(bundle.resolve(OURS)));
            }
        }
        return remembered;
    }

    private static List<Path> ours(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
    }
}
