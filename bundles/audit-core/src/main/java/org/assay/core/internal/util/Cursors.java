package org.assay.core.internal.util;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.assay.engine.digest.Sha256;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Cursors: where to go on in a list, bound to that list and its filter. Opaque to callers, not secret. */
public final class Cursors {
    private static final int MARK = 8;

    private final byte[] list;

    private Cursors(byte[] list) {
        this.list = list;
    }

    /** The cursors of one list, named by everything that tells it from others. */
    public static Cursors of(Object... list) {
        byte[] all = Arrays.deepToString(list).getBytes(StandardCharsets.UTF_8);
        return new Cursors(Arrays.copyOf(Sha256.of(all), MARK));
    }

    /** A cursor that stands for a text. */
    public String write(String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                ByteBuffer.allocate(MARK + text.length).put(list).put(text).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A cursor that stands for a number. */
    public String write(long position) {
        return write(Long.toString(position));
    }

    /**
     * The text that a cursor stands for; null for the start.
     *
     * @throws FaultException {@code unknown-cursor} if it is not one of this list
     */
    public @Nullable String read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > MARK && Arrays.equals(bytes, 0, MARK, list, 0, MARK)) {
                return new String(bytes, MARK, bytes.length - MARK, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: no cursor of ours, answered below
        }
        throw unknown();
    }

    /** As {@link #read}, for a number of at least 0. */
    public @Nullable Long readNumber(@Nullable String cursor) {
        String text = read(cursor);
        try {
            return text == null ? null : Long.valueOf(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static FaultException unknown() {
        return new FaultException(new Fault(
                "unknown-cursor",
                "the cursor is not one of this list",
                "",
                0,
                0,
                "go on with nextCursor of the same list and filter, or start without a cursor"));
    }
}
