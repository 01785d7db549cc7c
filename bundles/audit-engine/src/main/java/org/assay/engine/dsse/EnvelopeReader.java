package org.assay.engine.dsse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Reads the JSON of an envelope, strictly: known keys only, each once, base64 in its one canonical form. */
final class EnvelopeReader {
    static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_SIGNATURES = 16;
    private static final int MAX_DEPTH = 4;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(64)
                    .maxNumberLength(20)
                    .build())
            .build();

    private final JsonParser json;

    private EnvelopeReader(JsonParser json) {
        this.json = json;
    }

    static Envelope read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new FaultException(
                    fault("limit", "the envelope has " + bytes.length + " bytes", 1, 1, "At most " + MAX_BYTES));
        }
        if (!looksLikeJson(bytes)) {
            String hint = "Sign the pack: only a DSSE envelope is taken";
            throw new UntrustedPackException(
                    fault("unsigned", "this is no envelope, so nothing in it is signed", 1, 1, hint));
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return new EnvelopeReader(parser).envelope();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            String message = "the envelope is no JSON: " + firstLine(e.getOriginalMessage());
            throw new FaultException(fault("json-syntax", message, at.getLineNr(), at.getColumnNr(), ""));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are always readable", e);
        }
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    private Envelope envelope() throws IOException {
        json.nextToken();
        Map<String, Object> parts = object("an envelope", Set.of("payloadType", "payload", "signatures"));
        if (json.nextToken() != null) {
            throw refuse("json-syntax", "something follows the envelope", "Remove it");
        }
        return new Envelope((String) parts.get("payloadType"), (byte[]) parts.get("payload"), signed((List<?>)
                parts.get("signatures")));
    }

    private static List<Envelope.Signed> signed(List<?> items) {
        return items.stream().map(Envelope.Signed.class::cast).toList();
    }

    private Map<String, Object> object(String what, Set<String> names) throws IOException {
        expect(JsonToken.START_OBJECT, what + " is an object");
        Map<String, Object> parts = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (!names.contains(name)) {
                throw refuse(
                        "unknown-key",
                        what + " has no such key",
                        "Known: " + String.join(", ", names.stream().sorted().toList()));
            }
            json.nextToken();
            parts.put(name, value(name));
        }
        for (String name : names) {
            if (!parts.containsKey(name) && !name.equals("keyid")) {
                throw refuse("missing-key", what + " has no '" + name + "'", "Add it");
            }
        }
        return parts;
    }

    private Object value(String name) throws IOException {
        if (name.equals("signatures")) {
            return signatures();
        }
        expect(JsonToken.VALUE_STRING, "'" + name + "' is a text");
        return name.equals("payload") || name.equals("sig") ? base64(name) : json.getText();
    }

    private List<Envelope.Signed> signatures() throws IOException {
        expect(JsonToken.START_ARRAY, "'signatures' is a list");
        List<Envelope.Signed> signatures = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (signatures.size() == MAX_SIGNATURES) {
                throw refuse("limit", "there are more than " + MAX_SIGNATURES + " signatures", "");
            }
            Map<String, Object> parts = object("a signature", Set.of("keyid", "sig"));
            signatures.add(new Envelope.Signed((String) parts.getOrDefault("keyid", ""), (byte[]) parts.get("sig")));
        }
        return signatures;
    }

    /** Java's decoder ignores the spare bits of the last character; two texts must never mean the same bytes here. */
    private byte[] base64(String name) throws IOException {
        String text = json.getText();
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw refuse("bad-value", "'" + name + "' is not base64", "");
        }
        throw refuse(
                "bad-value", "'" + name + "' is base64, but not in its canonical form", "With padding, no spare bits");
    }

    private void expect(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw refuse("wrong-type", what, "See the DSSE specification");
        }
    }

    private FaultException refuse(String code, String message, String hint) {
        JsonLocation at = json.currentTokenLocation();
        return new FaultException(fault(code, message, at.getLineNr(), at.getColumnNr(), hint));
    }

    private static Fault fault(String code, String message, int line, int column, String hint) {
        return new Fault(code, message, "", Math.max(line, 0), Math.max(column, 0), hint);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }
}
