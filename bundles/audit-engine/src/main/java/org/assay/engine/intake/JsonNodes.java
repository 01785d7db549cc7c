package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.FactValues;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Makes nodes of JSON, one at a time. For one thread. */
final class JsonNodes {
    /** So many lists of the greatest length may one record have. */
    private static final int LISTS = 4;

    private static final String DEPTH_HINT = "no field of a network document needs this";

    private final Limits limits;
    private final FaultLog faults;
    private final int firstLine;
    private final @Nullable Place cell;
    private long entries;

    /**
     * For a document or a part of one.
     *
     * @param firstLine the number of its first line in the file that holds it
     */
    JsonNodes(Limits limits, FaultLog faults, int firstLine) {
        this(limits, faults, firstLine, null);
    }

    /** For JSON all of which stands at one place, as in a cell. */
    JsonNodes(Limits limits, FaultLog faults, Place cell) {
        this(limits, faults, cell.line(), cell);
    }

    private JsonNodes(Limits limits, FaultLog faults, int firstLine, @Nullable Place cell) {
        this.limits = limits;
        this.faults = faults;
        this.firstLine = firstLine;
        this.cell = cell;
    }

    /** A factory whose parsers are limited, as a second wall behind our own checks. */
    static JsonFactory factory(Limits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 8)
                .maxStringLength(limits.textLength() * 8)
                .maxNameLength(1_000)
                .maxNumberLength(100)
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    Place place(JsonParser parser, Place.@Nullable Path path) {
        return place(parser.currentTokenLocation(), path);
    }

    private Place place(JsonLocation at, Place.@Nullable Path path) {
        return cell != null
                ? new Place(path, cell.line(), cell.column())
                : new Place(path, Math.max(at.getLineNr(), 1) + firstLine - 1, Math.max(at.getColumnNr(), 1));
    }

    /** The value at the parser's current token; the parser then stands on its last token. */
    Node read(JsonParser parser, Place.@Nullable Path path) throws IOException {
        entries = 0;
        return read(parser, path, 1);
    }

    /** As {@link #read}, for a value that lies so deep in a document. */
    Node readWithin(JsonParser parser, Place.@Nullable Path path, int depth) throws IOException {
        entries = 0;
        return read(parser, path, depth);
    }

    private Node read(JsonParser parser, Place.@Nullable Path path, int depth) throws IOException {
        Place place = place(parser, path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place, depth);
            case START_ARRAY -> array(parser, place, depth);
            case VALUE_STRING -> new Node.Scalar(parser.getText(), place);
            case VALUE_TRUE -> new Node.Scalar(Boolean.TRUE, place);
            case VALUE_FALSE -> new Node.Scalar(Boolean.FALSE, place);
            case VALUE_NULL -> new Node.Scalar(null, place);
            default -> number(parser, place);
        };
    }

    private Node object(JsonParser parser, Place place, int depth) throws IOException {
        checkDepth(place, depth);
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place.Path path = new Place.Path(place.path(), name);
            Place at = place(parser, path);
            parser.nextToken();
            Node value = read(parser, path, depth + 1);
            if (fields.putIfAbsent(name, value) != null) {
                duplicateKey(name, at);
            }
            checkEntries(fields.size(), place);
        }
        return new Node.Fields(fields, place);
    }

    void duplicateKey(String name, Place at) {
        faults.add(
                "duplicate-key",
                "the key " + FactValues.quote(name) + " is given twice in one object",
                at,
                "keep one of the two");
    }

    private Node array(JsonParser parser, Place place, int depth) throws IOException {
        checkDepth(place, depth);
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser, new Place.Path(place.path(), elements.size()), depth + 1));
            checkEntries(elements.size(), place);
        }
        return new Node.Array(elements, place);
    }

    private Node number(JsonParser parser, Place place) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new Node.Scalar(parser.getLongValue(), place);
        }
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        String text = FactValues.quote(parser.getText());
        if (whole) {
            faults.add("number-too-large", text + " is beyond 2^53", place, "whole numbers lie below 9007199254740992");
        } else {
            faults.add(
                    "no-whole-number",
                    text + " is no whole number",
                    place,
                    "write numbers without point and exponent, shares as text (\"0.35\", \"7/20\")");
        }
        return new Node.Refused(place);
    }

    private void checkDepth(Place place, int depth) {
        if (depth > limits.depth()) {
            throw faults.last("too-deep", depthMessage(), place, DEPTH_HINT);
        }
    }

    /** Of one list or object, and of the whole value: what is read here is held in memory until it is bound. */
    private void checkEntries(int size, Place place) {
        if (size > limits.entries() || ++entries > (long) LISTS * limits.entries()) {
            String message =
                    size > limits.entries() ? "more than " + limits.entries() + " entries" : "too many entries in all";
            throw faults.last("too-many-entries", message, place, "split it");
        }
    }

    /** Puts down why JSON could not be read further, and ends. */
    FaultException broken(JsonParser parser, JsonProcessingException e) {
        putDown(parser, e);
        return faults.toException();
    }

    /** Puts down why JSON could not be read further. */
    void putDown(JsonParser parser, JsonProcessingException e) {
        putDown(e, path(parser.getParsingContext()));
    }

    private static Place.@Nullable Path path(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return null;
        }
        Place.Path parent = path(context.getParent());
        if (context.inArray()) {
            return context.hasCurrentIndex() ? new Place.Path(parent, context.getCurrentIndex()) : parent;
        }
        return context.hasCurrentName() ? new Place.Path(parent, context.getCurrentName()) : parent;
    }

    /** Puts down why JSON could not be read further, for a place that is known. */
    void putDown(JsonProcessingException e, Place.@Nullable Path path) {
        Place place = place(e.getLocation() == null ? JsonLocation.NA : e.getLocation(), path);
        if (e instanceof StreamConstraintsException && e.getOriginalMessage().contains("nesting")) {
            faults.add("too-deep", depthMessage(), place, DEPTH_HINT);
        } else if (e instanceof StreamConstraintsException) {
            String hint = "texts have at most " + limits.textLength() + " characters";
            faults.add("too-long", "a text, name or number is too long", place, hint);
        } else if (e instanceof JsonEOFException) {
            faults.add(
                    "truncated",
                    "the document ends before it is complete",
                    place,
                    "send it whole: it may have been cut");
        } else {
            faults.add("no-json", "this is no JSON: " + shown(e), place, "mend the document, or export it again");
        }
    }

    private String depthMessage() {
        return "lists and objects lie inside one another more than " + limits.depth() + " deep";
    }

    private static String shown(JsonProcessingException e) {
        String message = FactValues.quote(e.getOriginalMessage().split("\n")[0].split(" \\(for ")[0]);
        return message.substring(1, message.length() - 1);
    }
}
