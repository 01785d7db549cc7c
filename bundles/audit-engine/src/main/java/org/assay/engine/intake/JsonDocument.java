package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads a network document in one JSON object, with one record in memory at a time beside the builder's. Used once. */
final class JsonDocument {
    private static final Map<String, Kind> SECTIONS =
            Stream.of(Kind.values()).collect(Collectors.toUnmodifiableMap(Kind::section, Function.identity()));

    private final Limits limits;
    private final FaultLog faults;
    private final NetworkBuilder builder;
    private final JsonNodes nodes;
    private final Set<String> seen = new HashSet<>();
    private Place.@Nullable Path path;

    JsonDocument(Limits limits, FaultLog faults, NetworkBuilder builder) {
        this.limits = limits;
        this.faults = faults;
        this.builder = builder;
        this.nodes = new JsonNodes(limits, faults, 1);
    }

    /**
     * Gives every record to the builder.
     *
     * @return the place of the document itself
     */
    Place read(InputStream in) {
        try (Reader reader = LimitedInput.reader(in, limits.documentBytes());
                JsonParser parser = JsonNodes.factory(limits).createParser(reader)) {
            return guarded(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place guarded(JsonParser parser) throws IOException {
        try {
            return document(parser);
        } catch (JsonProcessingException e) {
            throw nodes.broken(parser, e);
        } catch (LimitedInput.TooLarge e) {
            throw faults.last(
                    "too-large",
                    "a document of more than " + limits.documentBytes() + " bytes",
                    nodes.place(parser, path),
                    "send it as NDJSON or CSV, which are limited by record only");
        } catch (CharacterCodingException e) {
            throw faults.last(
                    "bad-encoding",
                    "bytes that are no UTF-8, somewhere after this place",
                    nodes.place(parser, path),
                    "export the document as UTF-8");
        }
    }

    private Place document(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        Place root = first == null ? new Place(null, 1, 1) : nodes.place(parser, null);
        if (first != JsonToken.START_OBJECT) {
            throw faults.last(
                    "wrong-type",
                    first == null ? "the document is empty" : "the document is no JSON object",
                    root,
                    "a network document is {\"format\": \"assay.network/1\", …}");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            member(parser);
        }
        path = null;
        if (parser.nextToken() != null) {
            faults.add(
                    "trailing-text",
                    "more after the end of the document",
                    nodes.place(parser, null),
                    "send one document");
        }
        return root;
    }

    /** Refuses a document that does not say its format. */
    void requireFormat(Place root) {
        if (!seen.contains("format")) {
            faults.add("missing-field", "'format' is missing", root, "write \"format\": \"assay.network/1\"");
        }
    }

    private void member(JsonParser parser) throws IOException {
        String name = parser.currentName();
        path = new Place.Path(null, name);
        Place at = nodes.place(parser, path);
        if (!seen.add(name)) {
            nodes.duplicateKey(name, at);
        }
        parser.nextToken();
        Kind kind = SECTIONS.get(name);
        if (kind != null) {
            section(parser, kind, path);
        } else if (name.equals("format")) {
            builder.format(nodes.read(parser, path));
        } else if (name.equals("notDelivered")) {
            builder.notDelivered(nodes.read(parser, path));
        } else {
            unknown(name, at);
            parser.skipChildren();
        }
    }

    private void section(JsonParser parser, Kind kind, Place.Path section) throws IOException {
        if (kind.single()) {
            builder.record(kind, nodes.read(parser, section));
            return;
        }
        builder.section(kind);
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            Node node = nodes.read(parser, section);
            faults.add(
                    "wrong-type",
                    node.word() + " where a list is due",
                    node.place(),
                    "'" + kind.section() + "' is a list of objects");
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            path = new Place.Path(section, i);
            builder.record(kind, nodes.read(parser, path));
        }
        path = section;
    }

    private void unknown(String name, Place at) {
        List<String> known = new ArrayList<>(List.of("format", "notDelivered"));
        Stream.of(Kind.values()).map(Kind::section).forEach(known::add);
        String hint = Nearest.of(name, known)
                .map(some -> "did you mean '" + some + "'?")
                .orElse("it has " + String.join(", ", known));
        faults.add("unknown-field", FactValues.quote(name) + " is no section of a network document", at, hint);
    }
}
