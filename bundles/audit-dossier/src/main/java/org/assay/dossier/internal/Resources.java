package org.assay.dossier.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What lies in the bundle. */
final class Resources {
    private Resources() {}

    /** A resource by its path within the bundle, where there is one. */
    static Optional<InputStream> open(String path) {
        return Optional.ofNullable(Resources.class.getClassLoader().getResourceAsStream(path));
    }

    static String text(String path) {
        try (InputStream in = open(path).orElseThrow(() -> new IllegalStateException("no " + path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
