package org.assay.core.internal.util;

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
        return new Node(PrivateFile.readOrWrite(
                        data.resolve("node"), () -> UUID.randomUUID().toString())
                .strip());
    }
}
