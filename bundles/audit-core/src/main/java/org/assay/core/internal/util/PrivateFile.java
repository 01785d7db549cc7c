package org.assay.core.internal.util;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.assay.core.store.StoreException;

/** Files that only their owner may read, from their first byte on. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Reads the text of a file, which is made first if there is none.
     *
     * @param text what a new file holds
     * @throws StoreException if the file can be neither read nor written
     */
    public static String readOrWrite(Path file, Supplier<String> text) {
        try {
            if (!Files.exists(file)) {
                write(file, text.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes a text to a file of mode 0600, in place of what was there; nobody ever sees half of it. */
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        Path aside = folder.resolve(file.getFileName() + ".new");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode(folder, "rwx------"));
            }
            Files.deleteIfExists(aside);
            Set<StandardOpenOption> open = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(aside, open, mode(folder, "rw-------"))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("the file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] mode(Path folder, String mode) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
