package org.assay.rest.internal.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Says in our own words what Jackson refused, and where. */
final class JsonFaults {
    private static final int SHOWN = 60;

    private JsonFaults() {}

    static Fault of(JacksonException error) {
        if (error instanceof StreamConstraintsException) {
            return at(error, "over-limit", "the body nests too deeply, or a text or number in it is too long", "");
        }
        if (error instanceof JsonEOFException) {
            return at(error, "truncated", "the body ends before its JSON does", "send the whole body");
        }
        if (error instanceof JsonMappingException mapping) {
            return ofMapping(mapping);
        }
        boolean twice = error.getOriginalMessage().startsWith("Duplicate");
        return twice
                ? at(error, "duplicate-key", "a key is given twice in one object", "give every key once")
                : at(error, "malformed", "the body is not JSON: " + firstLine(error), "");
    }

    /** The same with the pointer at which the parser stands. */
    static Fault of(JacksonException error, JsonParser parser) {
        Fault fault = of(error);
        return new Fault(fault.code(), fault.message(), pointer(parser), fault.line(), fault.column(), fault.hint());
    }

    /** A null, at which the parser stands. */
    static Fault nothing(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        String hint = "leave out what has no value";
        return new Fault("null", "null is no value", pointer(parser), at.getLineNr(), at.getColumnNr(), hint);
    }

    private static String pointer(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return cut(pointer, 10 * SHOWN);
    }

    private static Fault ofMapping(JsonMappingException error) {
        if (error.getCause() instanceof JacksonException inner && !(inner instanceof JsonMappingException)) {
            return of(inner);
        }
        if (error instanceof UnrecognizedPropertyException unknown) {
            String hint = "known here: " + names(unknown.getKnownPropertyIds());
            return at(error, "unknown-field", "there is no field '" + cut(unknown.getPropertyName()) + "' here", hint);
        }
        if (error instanceof InvalidFormatException format) {
            String message =
                    "'" + cut(String.valueOf(format.getValue())) + "' is not " + Kinds.of(format.getTargetType());
            return at(error, Kinds.code(format.getTargetType()), message, "");
        }
        if (error instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (error.getCause() instanceof FaultException refused) {
            Fault first = refused.faults().get(0);
            Fault at = at(error, first.code(), first.message(), first.hint());
            return new Fault(
                    at.code(), at.message(), at.pointer() + first.pointer(), at.line(), at.column(), at.hint());
        }
        if (error instanceof ValueInstantiationException
                && error.getCause() instanceof IllegalArgumentException refused) {
            return at(error, "missing-field", String.valueOf(refused.getMessage()), "");
        }
        return at(error, "malformed", "the body cannot be read: " + firstLine(error), "");
    }

    private static Fault mismatch(MismatchedInputException error) {
        if (firstLine(error).startsWith("No content to map")) {
            return new Fault("empty-body", "there is no body", "", 1, 1, "send a JSON object");
        }
        if (firstLine(error).startsWith("Trailing token")) {
            return at(error, "malformed", "there is more after the end of the JSON", "send one JSON value");
        }
        Class<?> target = error.getTargetType();
        return at(error, "wrong-type", "this must be " + Kinds.of(target), "");
    }

    private static Fault at(JacksonException error, String code, String message, String hint) {
        JsonLocation at = error.getLocation();
        String pointer = error instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
        int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        int column = at == null ? 0 : Math.max(at.getColumnNr(), 0);
        return new Fault(code, message, pointer, line, column, hint);
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + cut(name).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static String firstLine(JacksonException error) {
        return error.getOriginalMessage().lines().findFirst().orElse("");
    }

    private static String cut(String text) {
        return cut(text, SHOWN);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
