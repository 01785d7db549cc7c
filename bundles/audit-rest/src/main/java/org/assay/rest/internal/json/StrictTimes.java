package org.assay.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Dates and instants from ISO text alone: no numbers, no lists, no date within an instant. */
final class StrictTimes<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> parse;
    private final Class<T> type;

    private StrictTimes(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    static SimpleModule module() {
        return new SimpleModule("assay-times")
                .addDeserializer(LocalDate.class, new StrictTimes<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(Instant.class, new StrictTimes<>(Instant.class, Instant::parse));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        try {
            return parse.apply(parser.getText());
        } catch (DateTimeException e) {
            return type.cast(context.handleWeirdStringValue(type, parser.getText(), "not in ISO form"));
        }
    }
}
