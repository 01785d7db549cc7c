package org.assay.engine.matrix;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.assay.engine.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The ids of all subjects of a kind in rising order; a subject's number is its place in it. Ids are kept as they are stored, in
 * blocks in which each names only what it does not share with the one before: a few bytes an id. Immutable and thread-safe.
 * Where ids turn out to be damaged when they are first looked at, a {@link MatrixFormatException} says so.
 */
public final class SubjectIds {
    /** No subjects. */
    public static final SubjectIds NONE = of(List.of());

    /** How many ids share a block: reading one costs going through half of them. */
    static final int BLOCK = 64;

    private final int size;
    private final String digest;
    private final Lazy<byte[]> bytes;

    /**
     * As stored.
     *
     * @param digest of the bytes, by which equal lists are known
     */
    SubjectIds(int size, String digest, Supplier<byte[]> bytes) {
        this.size = size;
        this.digest = digest;
        this.bytes = new Lazy<>(bytes);
    }

    /**
     * Keeps ids.
     *
     * @throws IllegalArgumentException if they are not in rising order
     */
    public static SubjectIds of(List<String> ids) {
        byte[] written = IdBlocks.write(ids);
        return new SubjectIds(ids.size(), Sha256.textOf(written), () -> written);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** SHA-256 of the list: two that have the same are the same. */
    public String digest() {
        return digest;
    }

    byte[] stored() {
        return bytes.get();
    }

    private int blocks() {
        return (size + BLOCK - 1) / BLOCK;
    }

    private IdBlocks block(int number) {
        byte[] stored = bytes.get();
        int start = ByteBuffer.wrap(stored).getInt(number * Integer.BYTES);
        return new IdBlocks(stored, blocks() * Integer.BYTES + start);
    }

    /**
     * The id of a subject.
     *
     * @throws IndexOutOfBoundsException if there is none of that number
     */
    public String id(int subject) {
        Objects.checkIndex(subject, size);
        IdBlocks block = block(subject / BLOCK);
        for (int left = subject % BLOCK; left > 0; left--) {
            block.skip();
        }
        return block.next();
    }

    /** The number of the subject of that id; below 0 if there is none. */
    public int find(String id) {
        int low = 0;
        int high = blocks() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (block(middle).next().compareTo(id) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return size == 0 ? -1 : findIn(low, id);
    }

    /** The subjects of these ids; an id that there is not is passed over. */
    public SubjectSet find(Collection<String> ids) {
        return SubjectSet.of(ids.stream()
                .mapToInt(this::find)
                .filter(subject -> subject >= 0)
                .toArray());
    }

    private int findIn(int number, String id) {
        IdBlocks block = block(number);
        int first = number * BLOCK;
        for (int subject = first; subject < Math.min(first + BLOCK, size); subject++) {
            if (block.next().equals(id)) {
                return subject;
            }
        }
        return -1;
    }

    /** All ids in rising order; none is held. */
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int next;
            private @Nullable IdBlocks block;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public String next() {
                if (next >= size) {
                    throw new NoSuchElementException("there are " + size + " ids");
                }
                IdBlocks from = block;
                if (from == null || next % BLOCK == 0) {
                    from = block(next / BLOCK);
                    block = from;
                }
                next++;
                return from.next();
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectIds ids && digest.equals(ids.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return size + " ids, " + digest;
    }
}
