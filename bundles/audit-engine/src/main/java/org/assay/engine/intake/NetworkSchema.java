package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.facts.TextFormat;

/**
 * The JSON Schema (draft 2020-12) of a network document, made from a model. It says what a document looks like; references,
 * unique ids, the order of dates and circles are checked by {@link NetworkReader} alone. Stateless.
 */
public final class NetworkSchema {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}";

    private NetworkSchema() {}

    /** The schema as plain maps, lists, texts, numbers and booleans, in a fixed order. */
    public static Map<String, Object> of(FactModel model) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:assay:network:1");
        schema.put("title", "Network document of Assay");
        schema.putAll(object(List.of("format", "network", "operator", "components"), sections()));
        schema.put("$defs", definitions(model));
        return schema;
    }

    private static Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("format", Map.of("const", SnapshotDigest.FORMAT));
        for (Kind kind : Kind.values()) {
            Map<String, Object> record = ref(kind.word());
            sections.put(kind.section(), kind.single() ? record : array(record, false));
        }
        Map<String, Object> words = array(ref("id"), true);
        words.put(
                "description",
                "Kinds of evidence, or the words evidence, contract, order, dependant, partner,"
                        + " replacement, of which nothing was delivered");
        sections.put("notDelivered", words);
        return sections;
    }

    private static Map<String, Object> definitions(FactModel model) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("id", pattern(ID, "An id, unique among the records of its kind"));
        definitions.put("countryCode", pattern(TextFormat.COUNTRY.regex(), "An ISO 3166-1 alpha-2 country code"));
        definitions.put("date", pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}|never", "A day, or \"never\""));
        definitions.put(
                "share",
                pattern("[0-9]+(/[0-9]+|(\\.[0-9]+)?%?)", "An exact share between 0 and 1, such as 7/20, 0.35 or 35%"));
        definitions.put("facts", facts());
        model.named().forEach((name, type) -> definitions.put(name, record(type, false)));
        model.kinds().forEach((kind, type) -> definitions.put(kind.word(), record(type, true)));
        return definitions;
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = typed("object");
        facts.put(
                "description",
                "What the packs of regimes ask beside the core model: {\"<regime>\": {\"<name>\": value}}");
        facts.put("propertyNames", Map.of("pattern", "^[a-z][a-z0-9-]{1,62}$"));
        facts.put("additionalProperties", typed("object"));
        return facts;
    }

    private static Map<String, Object> record(RecordType type, boolean withFacts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (FieldDef field : type.fields().values()) {
            properties.put(field.name(), field(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (withFacts) {
            properties.put(CanonicalJson.FACTS, ref(CanonicalJson.FACTS));
        }
        return object(required, properties);
    }

    private static Map<String, Object> field(FieldDef field) {
        Map<String, Object> schema = type(field, field.type());
        String description = describe(field);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        return schema;
    }

    /** What it means, what an absent date says, and the question that it answers. */
    static String describe(FieldDef field) {
        List<String> parts = new ArrayList<>();
        if (!field.doc().isEmpty()) {
            parts.add(field.doc());
        }
        if (field.ask() != null) {
            parts.add(field.ask().question());
        }
        FieldDef.Unhappened unhappened = field.unhappened();
        if (unhappened != null) {
            String values = String.join(", ", unhappened.values());
            parts.add("Left out while " + unhappened.field() + (unhappened.negated() ? " is not " : " is ") + values
                    + ": has not happened");
        } else if (field.type() instanceof FactType.Date date && date.event()) {
            parts.add("Left out: has not happened");
        }
        return String.join(". ", parts);
    }

    private static Map<String, Object> type(FieldDef field, FactType type) {
        if (type instanceof FactType.Bool) {
            return typed("boolean");
        } else if (type instanceof FactType.Int) {
            Map<String, Object> whole = typed("integer");
            whole.put("minimum", -FactValues.MAX_INT);
            whole.put("maximum", FactValues.MAX_INT);
            return whole;
        } else if (type instanceof FactType.Date) {
            return ref("date");
        } else if (type instanceof FactType.Share) {
            return ref("share");
        } else if (type instanceof FactType.OneOf oneOf) {
            return new LinkedHashMap<>(Map.of("enum", oneOf.values()));
        } else if (type instanceof FactType.Ref ref) {
            return ref(ref.kind() == Kind.COUNTRY ? "countryCode" : "id");
        } else if (type instanceof FactType.ListOf list) {
            return array(type(field, list.element()), false);
        } else if (type instanceof FactType.Nested nested) {
            return ref(nested.type().name());
        }
        return text(field.format(), type instanceof FactType.Id);
    }

    private static Map<String, Object> text(TextFormat format, boolean id) {
        if (format == TextFormat.PLAIN && id) {
            return ref("id");
        }
        Map<String, Object> text = typed("string");
        if (format == TextFormat.PLAIN || format == TextFormat.FUNCTION) {
            text.put("maxLength", Limits.DEFAULT.textLength());
        } else {
            text.put("pattern", "^(" + format.regex() + ")$");
        }
        return text;
    }

    private static Map<String, Object> pattern(String regex, String description) {
        Map<String, Object> text = typed("string");
        text.put("pattern", "^(" + regex + ")$");
        text.put("description", description);
        return text;
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> object = typed("object");
        object.put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }

    private static Map<String, Object> array(Map<String, Object> items, boolean unique) {
        Map<String, Object> array = typed("array");
        array.put("items", items);
        if (unique) {
            array.put("uniqueItems", true);
        }
        return array;
    }

    private static Map<String, Object> typed(String type) {
        return new LinkedHashMap<>(Map.of("type", type));
    }

    private static Map<String, Object> ref(String definition) {
        return new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + definition));
    }
}
