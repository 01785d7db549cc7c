package org.assay.store.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.core.store.StoreException;

/**
 * Refuses changes while there is still some room. The embedded database closes in the midst of its work when a write fails,
 * and a thread that undoes its own at that moment may never come back (H2 2.4); so it is not let come to that.
 */
final class Room {
    /** In bytes: far more than the changes that are under way write. */
    static final long RESERVE = 16L << 20;

    private static final int MEGA = 20;

    private final FileStore disk;

    private Room(FileStore disk) {
        this.disk = disk;
    }

    static Room in(Path folder) {
        try {
            return new Room(Files.getFileStore(folder));
        } catch (IOException e) {
            throw new StoreException("the disk of " + folder + " cannot be asked for its room: " + e.getMessage(), e);
        }
    }

    /**
     * To be called before a change begins.
     *
     * @throws StoreException if less than the reserve is left
     */
    void require() {
        long left = left();
        if (left < RESERVE) {
            throw StoreException.full("only " + (left >> MEGA) + " MB are left on the disk, and " + (RESERVE >> MEGA)
                    + " MB are kept free, so that no change breaks off");
        }
    }

    private long left() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new StoreException("the disk cannot be asked for its room: " + e.getMessage(), e);
        }
    }
}
