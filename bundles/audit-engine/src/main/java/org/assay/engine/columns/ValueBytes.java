package org.assay.engine.columns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.RecordType;

/** Values of a column as the bytes that stand for them in canonical JSON, and back. Stateless. */
public final class ValueBytes {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ValueBytes() {}

    /** The bytes of a value; a text is without its quotation marks. */
    public static byte[] of(Layout.Leaf leaf, Object value) {
        FieldDef field = leaf.field();
        boolean ordered = field != null && field.type() instanceof FactType.ListOf list && list.ordered();
        byte[] bytes = CanonicalJson.bytes(value, ordered);
        return leaf.form() == Layout.Form.TEXT ? Arrays.copyOfRange(bytes, 1, bytes.length - 1) : bytes;
    }

    /** The value of some bytes that {@link #of} made. */
    static Object value(Layout.Leaf leaf, byte[] bytes) {
        FieldDef field = leaf.field();
        if (field == null) {
            return leaf.form() == Layout.Form.JSON ? facts(bytes) : Boolean.TRUE;
        }
        try {
            Object plain =
                    switch (leaf.form()) {
                        case TEXT -> text(bytes);
                        case BARE -> bare(new String(bytes, StandardCharsets.ISO_8859_1));
                        case JSON -> plain(bytes);
                    };
            return typed(field, field.type(), plain);
        } catch (FactValueException e) {
            throw new IllegalStateException("a column holds what is no value of '" + field.name() + "'", e);
        }
    }

    private static Object text(byte[] bytes) {
        for (byte some : bytes) {
            if (some == '\\') {
                byte[] quoted = new byte[bytes.length + 2];
                Arrays.fill(quoted, (byte) '"');
                System.arraycopy(bytes, 0, quoted, 1, bytes.length);
                return plain(quoted);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Object bare(String text) {
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : Long.valueOf(text);
    }

    private static Object typed(FieldDef field, FactType type, Object plain) throws FactValueException {
        if (type instanceof FactType.ListOf list) {
            List<Object> values = new ArrayList<>();
            for (Object element : (List<?>) plain) {
                values.add(typed(field, list.element(), element));
            }
            return List.copyOf(values);
        } else if (type instanceof FactType.Nested nested) {
            return record(nested.type(), (Map<?, ?>) plain);
        }
        return FactValues.scalar(field, type, plain);
    }

    private static FactRecord record(RecordType type, Map<?, ?> plain) throws FactValueException {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<?, ?> member : plain.entrySet()) {
            String name = (String) member.getKey();
            FieldDef field = type.field(name).orElseThrow(() -> new IllegalStateException("no field " + name));
            values.put(name, typed(field, field.type(), member.getValue()));
        }
        return new FactRecord(type, values);
    }

    private static Map<String, Map<String, Object>> facts(byte[] bytes) {
        ImmutableSortedMap.Builder<String, Map<String, Object>> facts = ImmutableSortedMap.naturalOrder();
        ((Map<?, ?>) plain(bytes)).forEach((regime, some) -> facts.put((String) regime, map((Map<?, ?>) some)));
        return facts.build();
    }

    private static Map<String, Object> map(Map<?, ?> plain) {
        ImmutableSortedMap.Builder<String, Object> map = ImmutableSortedMap.naturalOrder();
        plain.forEach((name, value) -> map.put((String) name, value));
        return map.build();
    }

    private static Object plain(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return plain(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a column holds what is no JSON", e);
        }
    }

    private static Object plain(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new TreeMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, plain(parser));
            }
            return map(map);
        } else if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(plain(parser));
            }
            return List.copyOf(list);
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        return token == JsonToken.VALUE_STRING ? parser.getText() : (Object) parser.getBooleanValue();
    }
}
