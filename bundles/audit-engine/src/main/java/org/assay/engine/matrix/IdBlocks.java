package org.assay.engine.matrix;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Ids as bytes: where each block begins, four bytes a block, then the blocks. Of an id a block has how many bytes it shares
 * with the one before, how many others it has, and these. Reads one block from its start; for one thread.
 */
final class IdBlocks {
    private static final int LONGEST = 1 << 16;
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int at;
    private byte[] id = new byte[Integer.SIZE];
    private int length;

    IdBlocks(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    static byte[] write(List<String> ids) {
        int blocks = (ids.size() + SubjectIds.BLOCK - 1) / SubjectIds.BLOCK;
        ByteBuffer starts = ByteBuffer.allocate(blocks * Integer.BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream(ids.size() * 4);
        byte[] before = {};
        String last = "";
        int count = 0;
        for (String id : ids) {
            byte[] own = id.getBytes(StandardCharsets.UTF_8);
            if (count > 0 && last.compareTo(id) >= 0) {
                throw new IllegalArgumentException("the ids of subjects are to rise: '" + last + "', '" + id + "'");
            }
            if (count++ % SubjectIds.BLOCK == 0) {
                starts.putInt(out.size());
                before = new byte[0];
            }
            write(out, before, own);
            before = own;
            last = id;
        }
        return join(starts.array(), out);
    }

    private static void write(ByteArrayOutputStream out, byte[] before, byte[] own) {
        int differs = Arrays.mismatch(before, own);
        int shared = differs < 0 ? own.length : differs;
        number(out, shared);
        number(out, own.length - shared);
        out.write(own, shared, own.length - shared);
    }

    private static byte[] join(byte[] starts, ByteArrayOutputStream blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(starts.length + blocks.size());
        all.writeBytes(starts);
        all.writeBytes(blocks.toByteArray());
        return all.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int number) {
        int left = number;
        while (left >= MORE) {
            out.write(left & (MORE - 1) | MORE);
            left >>>= SEVEN;
        }
        out.write(left);
    }

    /** The next id. */
    String next() {
        skip();
        return new String(id, 0, length, StandardCharsets.UTF_8);
    }

    /** Goes past the next id. */
    void skip() {
        int shared = number();
        int own = number();
        if (shared > length || own > bytes.length - at) {
            throw new MatrixFormatException("the ids of subjects are damaged at byte " + at);
        }
        length = shared + own;
        if (length > id.length) {
            id = Arrays.copyOf(id, Math.max(length, 2 * id.length));
        }
        System.arraycopy(bytes, at, id, shared, own);
        at += own;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; shift <= 2 * SEVEN; shift += SEVEN) {
            if (at < 0 || at >= bytes.length) {
                throw new MatrixFormatException("the ids of subjects end within an id");
            }
            byte next = bytes[at++];
            number |= (next & (MORE - 1)) << shift;
            if (next >= 0 && number <= LONGEST) {
                return number;
            }
            if (next >= 0) {
                break;
            }
        }
        throw new MatrixFormatException("an id of a subject is longer than " + LONGEST + " bytes");
    }
}
