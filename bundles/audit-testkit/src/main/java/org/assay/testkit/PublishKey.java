package org.assay.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.assay.engine.dsse.Keys;

/** Writes the public half of the build's key where the distribution takes the keys that it trusts from. */
public final class PublishKey {
    private static final String PEM = ".pem";

    private PublishKey() {}

    /**
     * {@code PublishKey OUTPUT-FOLDER KEY-FOLDER}; the build calls it.
     *
     * @throws IOException if the key cannot be read or made, or its public half not written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: PublishKey OUTPUT-FOLDER KEY-FOLDER");
        }
        PublicKey key = SigningKey.of(System.getenv(SigningKey.VARIABLE), Path.of(args[1]))
                .getPublic();
        publish(key, Path.of(args[0]));
    }

    /** Writes the key as {@code <key id>.pem}; keys that an earlier build wrote there go. */
    static void publish(PublicKey key, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path earlier : PackFiles.in(folder, PEM)) {
            Files.delete(earlier);
        }
        Files.writeString(folder.resolve(Keys.id(key) + PEM), Keys.pem(key));
    }
}
