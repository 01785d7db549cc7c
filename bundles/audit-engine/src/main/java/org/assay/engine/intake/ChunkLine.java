package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import java.util.List;
import org.assay.engine.facts.Kind;

/** Where a parser of some lines of a chunk stands. For one thread. */
final class ChunkLine {
    private final Chunk chunk;
    private int parserStart;
    private int number;

    ChunkLine(Chunk chunk) {
        this.chunk = chunk;
    }

    /** A new parser begins with a line. */
    void parserStarts(int line) {
        parserStart = chunk.start(line);
    }

    void moveTo(int line) {
        number = line;
    }

    /** The line's number within the chunk. */
    int number() {
        return number;
    }

    Chunk chunk() {
        return chunk;
    }

    int length() {
        return chunk.end(number) - chunk.start(number);
    }

    /** Where the parser's token begins, in the chunk's bytes. */
    int tokenStart(JsonParser parser) {
        return offset(parser.currentTokenLocation());
    }

    /** Where the parser's token ended, in the chunk's bytes. */
    int tokenEnd(JsonParser parser) {
        return offset(parser.currentLocation());
    }

    private int offset(JsonLocation location) {
        return parserStart + (int) location.getByteOffset();
    }

    /** The place of the parser's token within a record; its line is counted from the chunk's first, as 0. */
    Place place(JsonParser parser, Kind kind, List<?> within) {
        return place(tokenStart(parser), kind, within);
    }

    Place place(int at, Kind kind, List<?> within) {
        return new Place(Spot.path(kind, Spot.LINE, within), number, chunk.column(number, at));
    }
}
