package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/** Sees what becomes of the lines of chunks: the usual ones are read here, others are left. For one thread at a time. */
final class ChunkWorker {
    private final Limits limits;
    private final JsonFactory factory;
    private final Map<Kind, RowReader> readers;
    private final Map<Kind, byte[]> beginnings = new LinkedHashMap<>();

    ChunkWorker(Limits limits, Map<Kind, RowReader> readers) {
        this.limits = limits;
        this.factory = JsonNodes.factory(limits);
        this.readers = new EnumMap<>(Kind.class);
        this.readers.putAll(readers);
        readers.keySet()
                .forEach(
                        kind -> beginnings.put(kind, ("{\"" + kind.word() + "\"").getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Fills the chunk's parts.
     *
     * @param from the first line that is looked at
     */
    void work(Chunk chunk, int from) {
        boolean readable = isText(chunk);
        try (LineParser lines = new LineParser(chunk)) {
            for (int number = from; number < chunk.lines(); number++) {
                int length = chunk.end(number) - chunk.start(number);
                Kind kind = readable && fits(length) ? kind(chunk, number) : null;
                if (length > 0 && (kind == null || !lines.read(number, kind))) {
                    chunk.parts().add(new Chunk.Plain(number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing in a line can be too long or too many. */
    private boolean fits(int length) {
        return length <= limits.recordBytes() && length / 2 <= limits.entries();
    }

    private @Nullable Kind kind(Chunk chunk, int line) {
        for (Map.Entry<Kind, byte[]> beginning : beginnings.entrySet()) {
            int start = chunk.start(line);
            int end = start + beginning.getValue().length;
            if (end <= chunk.end(line)
                    && Arrays.equals(chunk.bytes(), start, end, beginning.getValue(), 0, end - start)) {
                return beginning.getKey();
            }
        }
        return null;
    }

    /** Whether all of it is UTF-8: a parser of bytes is not as strict as it must be. */
    private static boolean isText(Chunk chunk) {
        if (chunk.isAscii()) {
            return true;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(chunk.bytes(), 0, chunk.size());
        CharBuffer signs = CharBuffer.allocate(1 << 13);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, signs.clear(), true);
        }
        return result.isUnderflow();
    }

    /** A parser that goes from line to line as long as nothing is unusual. */
    private final class LineParser implements AutoCloseable {
        private final Chunk chunk;
        private final ChunkLine line;
        private @Nullable JsonParser parser;
        private @Nullable RowBlock block;
        private int last = -1;

        LineParser(Chunk chunk) {
            this.chunk = chunk;
            this.line = new ChunkLine(chunk);
        }

        boolean read(int number, Kind kind) throws IOException {
            RowReader reader = readers.get(kind);
            if (reader == null) {
                return false;
            }
            if (number != last + 1) {
                close();
            }
            last = number;
            line.moveTo(number);
            JsonParser from = parser == null ? open(number) : parser;
            RowBlock to = block(kind, reader);
            if (isUsual(from, reader, to, number)) {
                reader.keep(line, to);
                return true;
            }
            to.giveUp();
            close();
            return false;
        }

        private boolean isUsual(JsonParser from, RowReader reader, RowBlock to, int number) throws IOException {
            try {
                return from.nextToken() == JsonToken.START_OBJECT
                        && line.tokenStart(from) == chunk.start(number)
                        && from.nextFieldName() != null
                        && from.nextToken() != null
                        && reader.read(from, line, to)
                        && endsHere(from, number);
            } catch (JsonProcessingException e) {
                return false;
            }
        }

        private boolean endsHere(JsonParser from, int number) throws IOException {
            if (from.nextToken() != JsonToken.END_OBJECT) {
                return false;
            }
            int end = line.tokenEnd(from);
            int wanted = chunk.end(number);
            return end == wanted || end == wanted - 1 && chunk.bytes()[end] == '\r';
        }

        private RowBlock block(Kind kind, RowReader reader) {
            int parts = chunk.parts().size();
            RowBlock now = block;
            if (now == null || now.kind != kind || parts == 0 || chunk.parts().get(parts - 1) != now) {
                now = reader.block();
                chunk.parts().add(now);
                block = now;
            }
            return now;
        }

        private JsonParser open(int number) throws IOException {
            int start = chunk.start(number);
            line.parserStarts(number);
            parser = factory.createParser(chunk.bytes(), start, chunk.size() - start);
            return parser;
        }

        @Override
        public void close() throws IOException {
            if (parser != null) {
                parser.close();
                parser = null;
            }
        }
    }
}
