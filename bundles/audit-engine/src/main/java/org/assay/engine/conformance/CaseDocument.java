package org.assay.engine.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.pack.RulePack;

/**
 * Makes a whole network document of the few facts that a case gives: fills in what every network needs, counts sections
 * that are left out as delivered and empty, and adds the suppliers that are named but not listed. Used once, by one thread.
 */
final class CaseDocument {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "assay.network/1";
    /** ISO 3166 leaves it to its users: no country is meant. */
    private static final String NO_COUNTRY = "ZZ";

    private final RulePack pack;
    private final FactModel model;
    private final Set<String> suppliers = new TreeSet<>();

    private CaseDocument(RulePack pack, FactModel model) {
        this.pack = pack;
        this.model = model;
    }

    /**
     * The document of a case.
     *
     * @param pack the pack that the case belongs to
     * @param model the core model with the pack's facts
     * @param given the facts that the case gives
     * @return JSON, as the reader of network documents takes it
     */
    static byte[] of(RulePack pack, FactModel model, Map<String, Object> given) {
        Map<String, Object> document = new CaseDocument(pack, model).complete(given);
        try {
            return JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers are always JSON", e);
        }
    }

    private Map<String, Object> complete(Map<String, Object> given) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.putAll(given);
        for (Kind kind : Kind.values()) {
            Object section = given.getOrDefault(kind.section(), kind.single() ? Map.of() : List.of());
            document.put(kind.section(), kind.single() ? record(kind, section, 1) : records(kind, section));
        }
        document.put(Kind.SUPPLIER.section(), withNamedSuppliers(document.get(Kind.SUPPLIER.section())));
        return document;
    }

    private Object records(Kind kind, Object section) {
        if (!(section instanceof List<?> items)) {
            return section;
        }
        List<Object> records = new ArrayList<>();
        for (Object item : items) {
            records.add(record(kind, item, records.size() + 1));
        }
        return records;
    }

    private Object record(Kind kind, Object item, int number) {
        if (!(item instanceof Map<?, ?> given)) {
            return item;
        }
        Map<String, Object> record = fields(given, model.type(kind));
        String id = String.valueOf(record.computeIfAbsent(kind.idField(), key -> kind.word() + "-" + number));
        model.type(kind).field("name").filter(FieldDef::required).ifPresent(name -> record.putIfAbsent("name", id));
        if (kind == Kind.NETWORK) {
            record.putIfAbsent("country", NO_COUNTRY);
            record.putIfAbsent("timeZone", pack.timeZone().getId());
        } else if (kind == Kind.COMPONENT) {
            record.putIfAbsent("kind", "equipment");
        }
        if (record.get("facts") instanceof Map<?, ?> facts) {
            record.put("facts", declared(facts, on(kind, record)));
        }
        return record;
    }

    private static String on(Kind kind, Map<String, Object> record) {
        boolean evidence = kind == Kind.EVIDENCE && record.containsKey("kind");
        return evidence ? kind.word() + "." + record.get("kind") : kind.word();
    }

    private Map<String, Object> declared(Map<?, ?> facts, String on) {
        Map<String, Object> byRegime = new LinkedHashMap<>();
        facts.forEach((regime, values) -> byRegime.put(
                String.valueOf(regime),
                values instanceof Map<?, ?> map ? fields(map, model.declared(String.valueOf(regime), on)) : values));
        return byRegime;
    }

    private Map<String, Object> fields(Map<?, ?> given, RecordType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            String name = String.valueOf(key);
            fields.put(
                    name,
                    type.field(name).map(field -> value(value, field.type())).orElse(value));
        });
        return fields;
    }

    /** A value as the document writes it: YAML has no need to quote a text that looks like a number. */
    private Object value(Object value, FactType type) {
        if (type instanceof FactType.ListOf list && value instanceof List<?> items) {
            return items.stream().map(item -> value(item, list.element())).toList();
        } else if (type instanceof FactType.Nested nested && value instanceof Map<?, ?> map) {
            return fields(map, nested.type());
        } else if (type instanceof FactType.Bool || type instanceof FactType.Int) {
            return value;
        }
        Object text = value instanceof Long || value instanceof Boolean ? value.toString() : value;
        if (type instanceof FactType.Ref ref && ref.kind() == Kind.SUPPLIER && text instanceof String id) {
            suppliers.add(id);
        }
        return text;
    }

    private Object withNamedSuppliers(Object listed) {
        if (!(listed instanceof List<?> items)) {
            return listed;
        }
        Set<String> named = new TreeSet<>(suppliers);
        items.forEach(item -> named.remove(item instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : ""));
        List<Object> all = new ArrayList<>(items);
        named.forEach(id -> all.add(Map.of("id", id, "name", id, "group", id)));
        return all;
    }
}
