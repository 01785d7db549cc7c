package org.assay.rest.internal.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.rest.internal.problem.BodyLimit;

/** Reads the small bodies of calls, whole and strictly. Safe for many threads at once. */
public final class Bodies {
    private final ObjectMapper json;

    /** Reads with a mapper of {@link Json#mapper()}. */
    public Bodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The bytes of a body.
     *
     * @throws org.assay.rest.internal.problem.ApiException if it is larger
     * @throws UncheckedIOException if the connection breaks
     */
    public static byte[] bytes(InputStream body, BodyLimit limit) {
        try (LimitedStream limited = new LimitedStream(body, limit)) {
            return limited.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A body as a record.
     *
     * @throws FaultException with the place of the first fault
     */
    public <T> T read(byte[] body, Class<T> type) {
        return read(body, type, place -> false);
    }

    /**
     * The same for a body in which a null takes something away.
     *
     * @param mayBeNull which members of objects may be null, by JSON pointer
     */
    public <T> T read(byte[] body, Class<T> type, Predicate<String> mayBeNull) {
        String text = text(body);
        scan(text, mayBeNull);
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new FaultException(JsonFaults.of(e));
        }
    }

    /** JSON is UTF-8; the mapper would guess other encodings. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FaultException(new Fault("bad-encoding", "the body is not UTF-8", "", 0, 0, "send UTF-8"));
        }
    }

    /** Refuses what is no JSON and what holds a null: the mapper cannot tell a null from a field that is left out. */
    private void scan(String body, Predicate<String> mayBeNull) {
        try (JsonParser parser = json.createParser(body)) {
            scan(parser, mayBeNull);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void scan(JsonParser parser, Predicate<String> mayBeNull) throws IOException {
        try {
            while (parser.nextToken() != null) {
                if (parser.hasToken(JsonToken.VALUE_NULL) && !isMember(parser, mayBeNull)) {
                    throw new FaultException(JsonFaults.nothing(parser));
                }
            }
        } catch (JacksonException e) {
            throw new FaultException(JsonFaults.of(e, parser));
        }
    }

    private static boolean isMember(JsonParser parser, Predicate<String> mayBeNull) {
        var context = parser.getParsingContext();
        return context.inObject() && mayBeNull.test(context.pathAsPointer().toString());
    }
}
