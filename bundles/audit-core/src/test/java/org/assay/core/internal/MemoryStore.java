package org.assay.core.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.assay.core.store.Blobs;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;

/** A store in memory: one transaction at a time, on a copy that replaces the rows when the work is done. */
final class MemoryStore implements Store, Blobs {
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private MemoryRows rows = MemoryRows.empty(blobs);

    /** Whether the store answers. */
    void away(boolean isAway) {
        away.set(isAway);
    }

    @Override
    public synchronized <T> T read(Function<Transaction, T> work) {
        requireThere();
        return work.apply(rows.copy());
    }

    @Override
    public synchronized <T> T write(Function<Transaction, T> work) {
        requireThere();
        MemoryRows copy = rows.copy();
        T result = work.apply(copy);
        rows = copy;
        return result;
    }

    private void requireThere() {
        if (away.get()) {
            throw new StoreException("the store is away");
        }
    }

    @Override
    public void backup(OutputStream out) {
        throw new UnsupportedOperationException("what is in memory is not backed up");
    }

    @Override
    public Blobs blobs() {
        return this;
    }

    @Override
    public String put(Writer writer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out);
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String digest = "sha256:" + HexFormat.of().formatHex(sha.digest(out.toByteArray()));
            blobs.put(digest, out.toByteArray());
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digests of all blobs. */
    Set<String> digests() {
        return blobs.keySet();
    }

    @Override
    public boolean has(String digest) {
        return blobs.containsKey(digest);
    }

    @Override
    public Parts parts(String digest) {
        byte[] bytes = read(digest);
        return new Parts() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public ByteBuffer read(long offset, int length) {
                return ByteBuffer.wrap(bytes, Math.toIntExact(offset), length).slice();
            }
        };
    }

    @Override
    public InputStream open(String digest) {
        byte[] bytes = blobs.get(digest);
        if (bytes == null) {
            throw new StoreException("there is no blob " + digest);
        }
        return new ByteArrayInputStream(bytes);
    }
}
