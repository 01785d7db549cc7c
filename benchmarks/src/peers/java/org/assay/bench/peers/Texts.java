package org.assay.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rules in files beside these classes. */
final class Texts {
    private Texts() {}

    /** A rule a line; lines that are remarks are left out. */
    static List<String> lines(String file) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("//"))
                    .toList();
        }
    }
}
