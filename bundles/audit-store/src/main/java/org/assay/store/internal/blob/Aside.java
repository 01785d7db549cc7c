package org.assay.store.internal.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;

/** The folder in which a blob is written before its name, the digest of its bytes, is known. Thread-safe. */
public final class Aside {
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    private Aside(Path folder) {
        this.folder = folder;
    }

    /** What is done with a blob that is written and forced to disk; the file goes afterwards. */
    @FunctionalInterface
    public interface Keeper {
        /** Keeps the bytes of the file under their digest. */
        void keep(Path file, String digest) throws IOException;
    }

    /**
     * Makes the folder if need be, and clears away what an earlier process left half written.
     *
     * @throws StoreException if it cannot be used
     */
    public static Aside open(Path folder) {
        try {
            PrivateFolder.make(folder);
            clear(folder);
        } catch (IOException e) {
            throw new StoreException("the folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        return new Aside(folder);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Writes a blob and hands it to its keeper.
     *
     * @return its digest
     * @throws StoreException if it cannot be written or kept
     */
    public String put(Blobs.Writer writer, Keeper keeper) {
        return put(writer, file -> file, keeper);
    }

    /** How bytes are put into a file. */
    @FunctionalInterface
    interface Form {
        /** The file as a stream of what is to be kept; closing it closes the file. */
        OutputStream over(OutputStream file) throws IOException;
    }

    /** The same, in a form; the digest is of the bytes, not of the file. */
    String put(Blobs.Writer writer, Form form, Keeper keeper) {
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            try {
                String digest = write(file, form, writer);
                keeper.keep(file, digest);
                return digest;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("a blob cannot be written: " + e.getMessage(), e);
        }
    }

    private static String write(Path file, Form form, Blobs.Writer writer) throws IOException {
        MessageDigest sha = Sha256.start();
        try (OutputStream out = new DigestOutputStream(form.over(new BufferedOutputStream(file(file), BUFFER)), sha)) {
            writer.write(out);
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    private static OutputStream file(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
