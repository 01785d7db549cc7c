package org.assay.store.internal.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.assay.store.internal.blob.Aside;
import org.assay.store.internal.blob.CheckedBlob;

/**
 * Blobs as rows of the table {@code blob}, in parts, so that all nodes on one database see them. A blob is there with all
 * its parts or not at all. Reading takes one part at a time and holds no connection between them.
 */
final class SqlBlobs implements Blobs {
    /** Below what the embedded database takes in one binary value (1 MiB). */
    private static final int PART = 1 << 19;

    private final Transactions transactions;
    private final Aside aside;
    private final BlobPlace place = new RowPlace();

    SqlBlobs(Transactions transactions, Aside aside) {
        this.transactions = transactions;
        this.aside = aside;
    }

    @Override
    public String put(Writer writer) {
        return aside.put(writer, this::keep);
    }

    private void keep(Path file, String digest) {
        transactions.write(sql -> parts(sql, digest) > 0 || insert(sql, file, digest));
    }

    private static long parts(Sql sql, String digest) {
        return sql.count("select count(*) from blob where digest = ?", digest);
    }

    /** An empty blob has one part too, else it would look like none. */
    private static boolean insert(Sql sql, Path file, String digest) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PART);
            int number = 0;
            do {
                sql.change("insert into blob (digest, part_number, bytes) values (?, ?, ?)", digest, number++, bytes);
                bytes = in.readNBytes(PART);
            } while (bytes.length > 0);
            return true;
        } catch (IOException e) {
            throw new StoreException("a blob cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream open(String digest) {
        int parts = Math.toIntExact(transactions.read(sql -> parts(sql, digest)));
        if (parts == 0) {
            throw new StoreException("there is no blob " + digest);
        }
        return new CheckedBlob(new SequenceInputStream(new Parts(digest, parts)), digest);
    }

    @Override
    public boolean has(String digest) {
        return transactions.read(sql -> place.has(sql, digest));
    }

    BlobPlace place() {
        return place;
    }

    List<String> digests() {
        return transactions.read(place::digests);
    }

    @Override
    public Blobs.Parts parts(String digest) {
        int parts = Math.toIntExact(transactions.read(sql -> parts(sql, digest)));
        if (parts == 0) {
            throw new StoreException("there is no blob " + digest);
        }
        long last = transactions.read(sql -> sql.count(
                "select octet_length(bytes) from blob where digest = ? and part_number = ?", digest, parts - 1));
        return new Rows(digest, (parts - 1L) * PART + last);
    }

    /** A blob of which the database cuts out what is wanted. */
    private final class Rows implements Blobs.Parts {
        private final String digest;
        private final long size;

        Rows(String digest, long size) {
            this.digest = digest;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public ByteBuffer read(long offset, int length) {
            if (offset < 0 || length < 0 || offset > size - length) {
                throw new IllegalArgumentException(
                        "the blob has " + size + " bytes, asked for " + length + " from " + offset + " on");
            }
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                long at = offset + bytes.position();
                int within = (int) (at % PART);
                bytes.put(cut(digest, (int) (at / PART), within, Math.min(PART - within, bytes.remaining())));
            }
            return bytes.flip();
        }
    }

    private byte[] cut(String digest, int number, int from, int length) {
        return transactions
                .read(sql -> sql.first(
                        "select substring(bytes from ? for ?) as piece from blob where digest = ? and part_number = ?",
                        row -> row.getBytes("piece"),
                        from + 1,
                        length,
                        digest,
                        number))
                .filter(some -> some.length == length)
                .orElseThrow(() -> new StoreException("the blob " + digest + " lacks a piece of its part " + number));
    }

    private byte[] part(String digest, int number) {
        return transactions
                .read(sql -> sql.first(
                        "select bytes from blob where digest = ? and part_number = ?",
                        row -> row.getBytes("bytes"),
                        digest,
                        number))
                .orElseThrow(() -> new StoreException("the blob " + digest + " lacks its part " + number));
    }

    /** Fetches each part when the one before is read. */
    private final class Parts implements Enumeration<InputStream> {
        private final String digest;
        private final int parts;
        private int next;

        Parts(String digest, int parts) {
            this.digest = digest;
            this.parts = parts;
        }

        @Override
        public boolean hasMoreElements() {
            return next < parts;
        }

        @Override
        public InputStream nextElement() {
            return new ByteArrayInputStream(part(digest, next++));
        }
    }
}
