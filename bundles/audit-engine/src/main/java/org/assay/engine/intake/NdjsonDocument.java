package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.Kind;

/** Reads a network document of one JSON object a line; a line that cannot be read does not hide the next. Used once. */
final class NdjsonDocument {
    private static final String HEADER = "the first line is {\"format\": \"assay.network/1\", \"notDelivered\": []}";

    private final Limits limits;
    private final FaultLog faults;
    private final NetworkBuilder builder;
    private final JsonFactory factory;
    private final int chunkSize;
    private final boolean careful;
    private boolean headed;
    private int lines;

    NdjsonDocument(Limits limits, FaultLog faults, NetworkBuilder builder) {
        this(limits, faults, builder, Chunks.SIZE, false);
    }

    /**
     * For a document.
     *
     * @param chunk how many bytes are read at once
     * @param careful whether every line is read with all care, be it ever so usual
     */
    NdjsonDocument(Limits limits, FaultLog faults, NetworkBuilder builder, int chunk, boolean careful) {
        this.chunkSize = chunk;
        this.careful = careful;
        this.limits = limits;
        this.faults = faults;
        this.builder = builder;
        this.factory = JsonNodes.factory(limits);
    }

    /**
     * Gives every record to the builder.
     *
     * @return the place of the document itself
     */
    Place read(InputStream in) {
        Place root = new Place(null, 1, 1);
        try (in;
                Crew crew = new Crew(() -> builder.worker(careful))) {
            Chunks chunks = new Chunks(in, limits.recordBytes(), chunkSize);
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                int from = headed ? 0 : untilHeaded(chunk);
                if (!headed) {
                    lines += chunk.lines();
                    continue;
                }
                crew.give(chunk, from, chunks.isEnded());
                while (crew.isBusy()) {
                    take(crew.next());
                }
            }
            while (crew.hasNext()) {
                take(crew.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!headed) {
            throw faults.last("wrong-type", "the document is empty", root, HEADER);
        }
        // What a line-wise document does not name as not delivered is complete, even where no line of the kind came
        Stream.of(Kind.values()).filter(kind -> !kind.single()).forEach(builder::section);
        return root;
    }

    /** Reads lines up to the header; gives the number of the next. Until then no other chunk is under way. */
    private int untilHeaded(Chunk chunk) throws IOException {
        int number = 0;
        for (; number < chunk.lines() && !headed; number++) {
            line(chunk, number);
        }
        return number;
    }

    private void take(Chunk chunk) throws IOException {
        for (Chunk.Part part : chunk.parts()) {
            if (part instanceof RowBlock block) {
                builder.rows(chunk, block, lines + 1, number -> again(chunk, number));
            } else if (part instanceof Chunk.Plain plain) {
                line(chunk, plain.line());
            }
        }
        lines += chunk.lines();
    }

    private void again(Chunk chunk, int number) {
        try {
            line(chunk, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Chunk chunk, int number) throws IOException {
        int length = chunk.end(number) - chunk.start(number);
        if (length > limits.recordBytes()) {
            tooLong(lines + 1 + number);
        } else if (length > 0) {
            line(chunk.line(number), lines + 1 + number);
        }
    }

    private void tooLong(int number) {
        faults.add(
                "too-large",
                "a record of more than " + limits.recordBytes() + " bytes",
                new Place(null, number, 1),
                "write one record a line, and less of it");
    }

    private void line(byte[] bytes, int number) throws IOException {
        try (Reader reader = LimitedInput.reader(new ByteArrayInputStream(bytes), bytes.length);
                JsonParser parser = factory.createParser(reader)) {
            line(parser, new JsonNodes(limits, faults, number));
        } catch (CharacterCodingException e) {
            Place start = new Place(null, number, 1);
            faults.add("bad-encoding", "bytes that are no UTF-8", start, "export the document as UTF-8");
        }
    }

    private void line(JsonParser parser, JsonNodes nodes) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return;
            }
            Node node = nodes.read(parser, null);
            if (parser.nextToken() != null) {
                Place more = nodes.place(parser, null);
                faults.add("trailing-text", "more after the end of the record", more, "write one record a line");
            }
            take(node);
        } catch (JsonProcessingException e) {
            nodes.putDown(parser, e);
        }
    }

    private void take(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            faults.add("wrong-type", node.word() + " where an object is due", node.place(), "each line is an object");
        } else if (!headed) {
            headed = true;
            header(fields);
        } else {
            record(fields);
        }
    }

    private void header(Node.Fields header) {
        header.fields().forEach((name, value) -> {
            if (name.equals("format")) {
                builder.format(value);
            } else if (name.equals("notDelivered")) {
                builder.notDelivered(value);
            } else {
                faults.add(
                        "unknown-field", FactValues.quote(name) + " is no field of the header", value.place(), HEADER);
            }
        });
        Stream.of("format", "notDelivered")
                .filter(name -> !header.fields().containsKey(name))
                .forEach(name -> faults.add("missing-field", "'" + name + "' is missing", header.place(), HEADER));
    }

    private void record(Node.Fields line) {
        Map<String, Node> fields = line.fields();
        String word = fields.size() == 1 ? fields.keySet().iterator().next() : "";
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(some -> some.word().equals(word))
                .findFirst();
        if (kind.isPresent()) {
            builder.record(kind.get(), fields.get(word));
        } else {
            faults.add(
                    "unknown-field",
                    "this is no record",
                    line.place(),
                    "a line is {\"<kind>\": {…}} with network, operator, country, supplier, site, component, evidence,"
                            + " contract or order for its kind");
        }
    }
}
