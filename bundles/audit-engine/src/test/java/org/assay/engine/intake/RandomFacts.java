package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;
import org.assay.engine.facts.TextFormat;

/** Facts that a reader takes, made from the model and a seed: every field, every type, legal references and dates. */
final class RandomFacts {
    private static final List<String> TEXTS =
            List.of("", "Ⅷ ünï", "a;b", "\"q\"", "x,y", "tab\tline\n", "😀", "7", "true", "[z]");
    private static final List<Kind> ORDER = List.of(
            Kind.SUPPLIER,
            Kind.SITE,
            Kind.COMPONENT,
            Kind.CONTRACT,
            Kind.EVIDENCE,
            Kind.ORDER,
            Kind.COUNTRY,
            Kind.DEPENDANT,
            Kind.PARTNER,
            Kind.REPLACEMENT,
            Kind.NETWORK,
            Kind.OPERATOR);

    private final Random random;
    private final Map<Kind, List<String>> ids = new EnumMap<>(Kind.class);
    private LocalDate day = LocalDate.of(2020, 1, 1);

    private RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    static NetworkFacts of(int size, long seed) {
        return new RandomFacts(seed).facts(size);
    }

    private NetworkFacts facts(int size) {
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        TreeSet<String> notDelivered = new TreeSet<>();
        for (Kind kind : ORDER) {
            SortedMap<String, FactRecord> some = new TreeMap<>();
            ids.put(kind, new ArrayList<>());
            int count = kind.single() ? 1 : random.nextInt(size + 1);
            for (int i = 0; i < count; i++) {
                String id = kind == Kind.COUNTRY ? "" + (char) ('A' + i % 26) + (char) ('A' + i / 26) : kind.word() + i;
                some.put(id, record(kind, id));
                ids.get(kind).add(id);
            }
            records.put(kind, some);
            if (NetworkBuilder.DELIVERABLE.contains(kind) && some.isEmpty() && random.nextBoolean()) {
                notDelivered.add(kind.word());
            }
        }
        if (random.nextBoolean()) {
            notDelivered.add("certificate");
        }
        return new NetworkFacts(records, notDelivered);
    }

    private FactRecord record(Kind kind, String id) {
        RecordType type = FactModel.core().type(kind);
        Map<String, Object> values = new HashMap<>(values(type));
        values.put(kind.idField(), id);
        Map<String, Map<String, Object>> facts = new TreeMap<>();
        if (random.nextBoolean()) {
            facts.put("x-regime", Map.of("flag", true, "texts", List.of("a", "b"), "whole", 3L, "text", "two words"));
        }
        return new FactRecord(type, values, facts);
    }

    private Map<String, Object> values(RecordType type) {
        day = LocalDate.of(2020, 1, 1);
        Map<String, Object> values = new HashMap<>();
        for (FieldDef field : type.fields().values()) {
            if (field.required() || random.nextInt(3) > 0) {
                Object value = value(field, field.type());
                if (!value.equals("§none")) {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    private Object value(FieldDef field, FactType type) {
        if (type instanceof FactType.Bool) {
            return random.nextBoolean();
        } else if (type instanceof FactType.Int) {
            return (long) random.nextInt(1_000_000);
        } else if (type instanceof FactType.Date) {
            day = day.plusDays(random.nextInt(40));
            return random.nextInt(10) == 0 ? Days.NEVER : day;
        } else if (type instanceof FactType.Share) {
            return Fraction.of(random.nextInt(10), 20);
        } else if (type instanceof FactType.OneOf oneOf) {
            return oneOf.values().get(random.nextInt(oneOf.values().size()));
        } else if (type instanceof FactType.Ref ref) {
            return reference(field, ref.kind());
        } else if (type instanceof FactType.ListOf list) {
            return list(field, list);
        } else if (type instanceof FactType.Nested nested) {
            LocalDate outer = day;
            FactRecord record = new FactRecord(nested.type(), values(nested.type()));
            day = outer;
            return record.values().isEmpty() ? "§none" : record;
        }
        return text(field.format());
    }

    private Object reference(FieldDef field, Kind kind) {
        if (kind == Kind.COUNTRY) {
            return List.of("DE", "FR", "GB").get(random.nextInt(3));
        }
        List<String> known = ids.getOrDefault(kind, List.of());
        if (known.isEmpty()) {
            return field.required() ? "supplier0" : "§none";
        }
        return known.get(random.nextInt(known.size()));
    }

    private Object list(FieldDef field, FactType.ListOf type) {
        boolean dangles = type.element() instanceof FactType.Nested nested
                && nested.type().fields().containsKey("party")
                && ids.getOrDefault(Kind.SUPPLIER, List.of()).isEmpty();
        if (dangles) {
            return "§none";
        }
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(field, type.element()));
        }
        values.removeAll(List.of("§none"));
        return type.ordered() ? List.copyOf(values) : CanonicalJson.set(values);
    }

    private Object text(TextFormat format) {
        return switch (format) {
            case SHA256 -> "sha256:" + String.join("", Collections.nCopies(64, String.valueOf(random.nextInt(10))));
            case TIME_ZONE -> "Europe/Paris";
            case DEGREES -> "-12.5";
            case COUNTRY -> "DE";
            case CURRENCY -> "EUR";
            case NETWORK_ID -> "net-1";
            case FUNCTION -> List.of("AMF", "gNB", "GPON-OLT").get(random.nextInt(3));
            case PLAIN -> TEXTS.get(1 + random.nextInt(TEXTS.size() - 1));
        };
    }
}
