package org.assay.core.internal.util;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.assay.core.store.StoreException;

/**
 * Which of the nodes on one store this is: the same after a restart, because the id is kept in the data directory, which
 * no two nodes share.
 *
 * @param id a UUID
 */
public record Node(String id) {

    /**
     * Reads the id, or makes one.
     *
     * @throws StoreException if the file can be neither read nor written
     */
    public static Node in(Path data) {
        Path file = data.resolve("node");
        try {
            if (Files.exists(file)) {
                return new Node(Files.readString(file).strip());
            }
            Node made = new Node(UUID.randomUUID().toString());
            PrivateFile.write(file, made.id());
            return made;
        } catch (IOException e) {
            throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
