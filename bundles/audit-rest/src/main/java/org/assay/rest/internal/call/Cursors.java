package org.assay.rest.internal.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/**
 * The cursors of lists that core answers whole. One names its list and the key of the last item that was shown; for a
 * caller it is opaque.
 */
final class Cursors {
    private static final int MAX_LENGTH = 1_000;
    private static final char BETWEEN = '\n';

    private Cursors() {}

    static String encode(String list, String key) {
        byte[] text = (list + BETWEEN + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * The key in a cursor.
     *
     * @throws FaultException {@code unknown-cursor} if it is none of this list
     */
    static String decode(String list, String cursor) {
        String text = text(cursor);
        if (!text.startsWith(list + BETWEEN)) {
            throw unknown(cursor);
        }
        return text.substring(list.length() + 1);
    }

    static FaultException unknown(String cursor) {
        String shown = cursor.length() <= 40 ? cursor : cursor.substring(0, 40) + "…";
        String hint = "take nextCursor from the page before, unchanged";
        return new FaultException(
                new Fault("unknown-cursor", "'" + shown + "' is no cursor of this list", "", 0, 0, hint));
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw unknown(cursor);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown(cursor);
        }
    }
}
