package org.assay.store.internal.sql;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;

/** Blobs of which none goes while a back-up copies them. */
record Guarded(BlobPlace place, ReadWriteLock copying) implements BlobPlace {

    @Override
    public List<String> digests(Sql sql) {
        return place.digests(sql);
    }

    @Override
    public boolean has(Sql sql, String digest) {
        return place.has(sql, digest);
    }

    @Override
    public boolean delete(Sql sql, String digest) {
        if (!copying.writeLock().tryLock()) {
            return false;
        }
        try {
            return place.delete(sql, digest);
        } finally {
            copying.writeLock().unlock();
        }
    }
}
