package org.assay.engine.matrix;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.IntConsumer;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.buffer.BufferBitSetUtil;
import org.roaringbitmap.buffer.BufferFastAggregation;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * A set of subjects by their numbers, compressed. What two sets have in common costs about a nanosecond for each word that both
 * have; finding the n-th member does not go through those before it. Immutable and thread-safe.
 */
public final class SubjectSet {
    private static final SubjectSet NONE = new SubjectSet(new MutableRoaringBitmap());

    private final ImmutableRoaringBitmap bits;
    private final int size;

    private SubjectSet(ImmutableRoaringBitmap bits) {
        this.bits = bits;
        this.size = bits.getCardinality();
    }

    private static SubjectSet of(ImmutableRoaringBitmap bits) {
        return bits.isEmpty() ? NONE : new SubjectSet(bits);
    }

    /** The empty set. */
    public static SubjectSet none() {
        return NONE;
    }

    /** The subjects from 0 on, so many. */
    public static SubjectSet all(int count) {
        return of(MutableRoaringBitmap.bitmapOfRange(0, count));
    }

    /** These subjects. */
    public static SubjectSet of(int... subjects) {
        return of(MutableRoaringBitmap.bitmapOf(subjects));
    }

    /** The subjects whose bit is set, subject 0 being the lowest bit of the first word. */
    public static SubjectSet ofWords(long[] words) {
        MutableRoaringBitmap bits = BufferBitSetUtil.bitmapOf(words);
        bits.runOptimize();
        return of(bits);
    }

    /** The subjects that are in any of some sets. */
    public static SubjectSet union(Iterable<SubjectSet> sets) {
        List<ImmutableRoaringBitmap> all = new ArrayList<>();
        sets.forEach(set -> all.add(set.bits));
        return switch (all.size()) {
            case 0 -> NONE;
            case 1 -> of(all.get(0));
            default -> of(BufferFastAggregation.or(all.iterator()));
        };
    }

    /**
     * Reads what {@link #write} wrote, of subjects below a number.
     *
     * @throws MatrixFormatException if the bytes are anything else
     */
    static SubjectSet read(ByteBuffer bytes, int subjects) {
        try {
            ImmutableRoaringBitmap stored = new ImmutableRoaringBitmap(bytes);
            boolean sound = stored.serializedSizeInBytes() == bytes.remaining() && stored.validate();
            if (!sound || stored.isEmpty() || Integer.toUnsignedLong(stored.last()) >= subjects) {
                throw new MatrixFormatException("a set of subjects is damaged");
            }
            return of(stored.toMutableRoaringBitmap());
        } catch (MatrixFormatException damaged) {
            throw damaged;
        } catch (RuntimeException broken) {
            throw new MatrixFormatException("a set of subjects is damaged: " + broken, broken);
        }
    }

    /** The stored form, in as few bytes as there are ways to write it. */
    byte[] write() {
        MutableRoaringBitmap small = bits.toMutableRoaringBitmap();
        small.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(small.serializedSizeInBytes());
        small.serialize(bytes);
        return bytes.array();
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether a subject is in it. */
    public boolean has(int subject) {
        return bits.contains(subject);
    }

    /**
     * The subject before which so many others are.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public int at(int place) {
        return bits.select(place);
    }

    /** How many subjects in it come before one. */
    public int before(int subject) {
        return subject == 0 ? 0 : bits.rank(subject - 1);
    }

    /** The subjects that are in this and in the other. */
    public SubjectSet and(SubjectSet other) {
        return of(ImmutableRoaringBitmap.and(bits, other.bits));
    }

    /** How many subjects are in this and in the other. */
    public int common(SubjectSet other) {
        return ImmutableRoaringBitmap.andCardinality(bits, other.bits);
    }

    /** The subjects that are in this or in the other. */
    public SubjectSet or(SubjectSet other) {
        return other.isEmpty() ? this : isEmpty() ? other : of(ImmutableRoaringBitmap.or(bits, other.bits));
    }

    /** The subjects that are in this and not in the other. */
    public SubjectSet without(SubjectSet other) {
        return other.isEmpty() ? this : of(ImmutableRoaringBitmap.andNot(bits, other.bits));
    }

    /** The subjects that are in one of both, and not in the other. */
    public SubjectSet xor(SubjectSet other) {
        return of(ImmutableRoaringBitmap.xor(bits, other.bits));
    }

    /** Of so many subjects those that are not in it. */
    public SubjectSet others(int count) {
        return count == size ? NONE : of(ImmutableRoaringBitmap.flip(bits, 0L, count));
    }

    /** The subjects in rising order, from one on. */
    public PrimitiveIterator.OfInt from(int subject) {
        PeekableIntIterator iterator = bits.getIntIterator();
        iterator.advanceIfNeeded(subject);
        return new PrimitiveIterator.OfInt() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public int nextInt() {
                if (!iterator.hasNext()) {
                    throw new NoSuchElementException("there are no more subjects");
                }
                return iterator.next();
            }
        };
    }

    /** Visits all of them in rising order. */
    public void forEach(IntConsumer visitor) {
        bits.forEach((org.roaringbitmap.IntConsumer) visitor::accept);
    }

    /** As bits in words, of so many subjects; those beyond are left out. */
    long[] words(int count) {
        long[] words = new long[(count + Long.SIZE - 1) / Long.SIZE];
        bits.forEach((org.roaringbitmap.IntConsumer) subject -> {
            if (subject < count) {
                words[subject / Long.SIZE] |= 1L << subject;
            }
        });
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectSet set && size == set.size && bits.equals(set.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return size + " subjects";
    }
}
