package org.assay.rest.internal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.assay.engine.digest.Sha256;

/**
 * Keeps a large body in a file while it is worked on, because its digest must be known before its work begins. The file
 * is the owner's alone and gone afterwards.
 */
final class Spool {
    private Spool() {}

    /** Does something with a body and its digest in hex. */
    static <T> T through(InputStream body, BiFunction<InputStream, String, T> work) {
        try {
            Path file = Files.createTempFile("assay-body", ".tmp");
            try {
                String digest = copy(body, file);
                try (InputStream again = Files.newInputStream(file)) {
                    return work.apply(again, digest);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(InputStream body, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (var out = Files.newOutputStream(file);
                DigestInputStream in = new DigestInputStream(body, digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
