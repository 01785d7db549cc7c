package org.assay.engine.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Distinct values of a column as bytes of canonical JSON, numbered from 1 in the order in which they came. Any number of
 * threads may look up and add; looking up takes no lock. Values are never taken out.
 */
public final class Dictionary {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST = 16;

    private final long seed;
    private final long factor;

    private volatile Table table = new Table(new int[FIRST], new byte[FIRST * 8], new int[FIRST]);
    private volatile int size;

    /**
     * An empty one.
     *
     * @param random where its seed is taken from
     */
    public Dictionary(SplittableRandom random) {
        this.seed = random.nextLong();
        this.factor = random.nextLong() | 1;
    }

    /**
     * What readers see at once. Arrays are filled further after others saw them, a slot last of all; when one is full,
     * all are copied, so that no slot is seen without its value.
     */
    private record Table(int[] slots, byte[] pool, int[] ends) {
        int find(byte[] from, int start, int end, int hash) {
            int mask = slots.length - 1;
            for (int at = hash & mask; ; at = at + 1 & mask) {
                int code = (int) SLOT.getAcquire(slots, at);
                if (code == 0) {
                    return 0;
                }
                int begin = ends[code - 1];
                int until = ends[code];
                if (until - begin == end - start && isSame(pool, begin, from, start, end - start)) {
                    return code;
                }
            }
        }

        /** Eight bytes at a time, the last eight again with some of those before: most values are short. */
        private static boolean isSame(byte[] one, int at, byte[] other, int start, int length) {
            if (length < Long.BYTES) {
                for (int i = 0; i < length; i++) {
                    if (one[at + i] != other[start + i]) {
                        return false;
                    }
                }
                return true;
            }
            int last = length - Long.BYTES;
            for (int i = 0; i < last; i += Long.BYTES) {
                if ((long) LONGS.get(one, at + i) != (long) LONGS.get(other, start + i)) {
                    return false;
                }
            }
            return (long) LONGS.get(one, at + last) == (long) LONGS.get(other, start + last);
        }
    }

    /** Eight bytes at a time, with a seed that no document can know, so that none can make values collide. */
    private int hash(byte[] bytes, int start, int end) {
        long hash = seed ^ end - start;
        int at = start;
        for (; at + Long.BYTES < end; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        hash = mix(hash ^ rest(bytes, start, at, end));
        return (int) (hash ^ hash >>> Integer.SIZE);
    }

    /** The last bytes, at most eight; where there are more before them, some of these again. */
    private static long rest(byte[] bytes, int start, int at, int end) {
        if (end - start >= Long.BYTES) {
            return (long) LONGS.get(bytes, end - Long.BYTES);
        } else if (end - at >= Integer.BYTES) {
            return (int) INTS.get(bytes, at) & 0xFFFF_FFFFL
                    | (long) (int) INTS.get(bytes, end - Integer.BYTES) << Integer.SIZE;
        }
        long rest = 0;
        for (int i = at; i < end; i++) {
            rest = rest << Byte.SIZE | bytes[i] & 0xFF;
        }
        return rest;
    }

    private long mix(long value) {
        return value * factor ^ Math.multiplyHigh(value, factor);
    }

    /** The code of a value; 0 if it is not there. */
    public int find(byte[] bytes, int start, int end) {
        return table.find(bytes, start, end, hash(bytes, start, end));
    }

    /** The code of a value, added if it is not there. */
    public int add(byte[] bytes, int start, int end) {
        int hash = hash(bytes, start, end);
        int code = table.find(bytes, start, end, hash);
        return code != 0 ? code : insert(bytes, start, end, hash);
    }

    /** The code of a value, added if it is not there. */
    public int add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    private synchronized int insert(byte[] bytes, int start, int end, int hash) {
        int known = table.find(bytes, start, end, hash);
        if (known != 0) {
            return known;
        }
        int code = size + 1;
        Table now = roomFor(code, end - start);
        int begin = now.ends[code - 1];
        System.arraycopy(bytes, start, now.pool, begin, end - start);
        now.ends[code] = begin + end - start;
        set(now.slots, hash, code);
        size = code;
        return code;
    }

    private static void set(int[] slots, int hash, int code) {
        int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        SLOT.setRelease(slots, at, code);
    }

    private Table roomFor(int code, int length) {
        Table now = table;
        long needed = (long) now.ends[code - 1] + length;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("the different values of one field take more than 2 GB");
        }
        if (code * 2 < now.slots.length && code < now.ends.length && needed <= now.pool.length) {
            return now;
        }
        int[] ends = code < now.ends.length ? now.ends.clone() : Arrays.copyOf(now.ends, code * 2);
        long room = needed <= now.pool.length ? now.pool.length : Math.min(Integer.MAX_VALUE - 8, needed * 2);
        byte[] pool = Arrays.copyOf(now.pool, (int) room);
        int[] slots = new int[code * 2 < now.slots.length ? now.slots.length : now.slots.length * 2];
        for (int some = 1; some < code; some++) {
            set(slots, hash(pool, ends[some - 1], ends[some]), some);
        }
        table = new Table(slots, pool, ends);
        return table;
    }

    /** How many values there are. */
    public int size() {
        return size;
    }

    /** The bytes of a code. */
    byte[] bytes(int code) {
        Table now = table;
        return Arrays.copyOfRange(now.pool, now.ends[code - 1], now.ends[code]);
    }

    /** A value as text, where it is one. */
    public String text(int code) {
        return new String(bytes(code), StandardCharsets.UTF_8);
    }

    int compare(int one, int other) {
        Table now = table;
        return Arrays.compareUnsigned(
                now.pool, now.ends[one - 1], now.ends[one], now.pool, now.ends[other - 1], now.ends[other]);
    }

    /** The byte of a value at some depth; below 0 after its end. */
    int byteAt(int code, int depth) {
        Table now = table;
        int at = now.ends[code - 1] + depth;
        return at < now.ends[code] ? now.pool[at] & 0xFF : -1;
    }

    /** The values of some codes, in their order. */
    Pool select(int[] codes, int count) {
        Table now = table;
        int[] ends = new int[count + 1];
        for (int i = 0; i < count; i++) {
            ends[i + 1] = ends[i] + now.ends[codes[i]] - now.ends[codes[i] - 1];
        }
        byte[] bytes = new byte[ends[count]];
        for (int i = 0; i < count; i++) {
            System.arraycopy(now.pool, now.ends[codes[i] - 1], bytes, ends[i], ends[i + 1] - ends[i]);
        }
        return new Pool(bytes, ends);
    }
}
