package org.assay.testkit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.assay.engine.dsse.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The key with which a build signs its packs: the PEM file that {@code ASSAY_SIGNING_KEY} names, else one that is made once
 * in a folder of the clone that no commit takes, and used ever after.
 */
final class SigningKey {
    static final String VARIABLE = "ASSAY_SIGNING_KEY";
    private static final String FOLDER = ".assay";
    /** What Maven, too, knows the root of a build by. */
    private static final String ROOT_MARK = ".mvn";

    private static final String FILE = "signing-key.pem";

    private SigningKey() {}

    /**
     * The key pair of this build. Modules that are built at the same time get the same one.
     *
     * @param named the file that the environment names; null or empty if none
     * @param folder where the key of the clone lies or is to be made, with mode 0700, the key with 0600
     * @throws IOException if the file cannot be read or made
     * @throws IllegalArgumentException if it holds no Ed25519 key in PKCS#8 form
     */
    static KeyPair of(@Nullable String named, Path folder) throws IOException {
        boolean own = named == null || named.isBlank();
        Path file = own ? folder.resolve(FILE) : Path.of(named);
        if (!own && !file.isAbsolute()) {
            throw new IllegalArgumentException(VARIABLE + " is '" + named
                    + "': modules are built in their own folders, so" + " it must be an absolute path");
        }
        if (own && !Files.exists(file)) {
            make(file);
        }
        try {
            return Keys.pairOf(Keys.readPrivate(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage());
        }
    }

    /**
     * The key pair of the clone in which a test runs.
     *
     * @throws IOException if the file cannot be read or made
     */
    static KeyPair ofClone() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(ROOT_MARK))) {
            Path above = folder.getParent();
            if (above == null) {
                throw new IOException("no folder above " + Path.of("").toAbsolutePath() + " has " + ROOT_MARK);
            }
            folder = above;
        }
        return of(System.getenv(VARIABLE), folder.resolve(FOLDER));
    }

    /** The whole file appears at once under its name, or another build's does: a link is never laid over a file. */
    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder holds " + file);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            makeFolder(folder);
        }
        Path draft = Files.createTempFile(
                folder,
                "signing-key-",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Keys.pem(Keys.generate().getPrivate()));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Made at the same time by another module: that one is the key.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
