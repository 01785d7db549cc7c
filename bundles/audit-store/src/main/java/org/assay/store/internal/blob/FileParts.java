package org.assay.store.internal.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;

/**
 * A file that is read where it is asked to. It is open only while it is read, so that nothing has to be closed.
 *
 * @param file the file
 * @param size how many bytes it has
 */
record FileParts(Path file, long size) implements Blobs.Parts {

    @Override
    public ByteBuffer read(long offset, int length) {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IllegalArgumentException(
                    "the blob has " + size + " bytes, asked for " + length + " from " + offset + " on");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new StoreException("the blob " + file.getFileName() + " was cut short");
                }
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new StoreException("a blob cannot be read: " + e.getMessage(), e);
        }
    }
}
