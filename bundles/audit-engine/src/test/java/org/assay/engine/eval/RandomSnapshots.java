package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Outcome;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;

/** Small snapshots made from a seed out of few words and days, so that facts meet; about a third of them are missing. */
final class RandomSnapshots {
    private static final Map<Kind, Integer> MOST = Map.of(
            Kind.SUPPLIER,
            3,
            Kind.SITE,
            2,
            Kind.COMPONENT,
            14,
            Kind.EVIDENCE,
            8,
            Kind.CONTRACT,
            2,
            Kind.ORDER,
            2,
            Kind.COUNTRY,
            1);

    private final Random random;

    private RandomSnapshots(Random random) {
        this.random = random;
    }

    static NetworkFacts of(Random random) {
        return new RandomSnapshots(random).facts();
    }

    private NetworkFacts facts() {
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            SortedMap<String, FactRecord> some = new TreeMap<>();
            int count = kind.single() ? 1 : random.nextInt(MOST.getOrDefault(kind, 0) + 1);
            for (int i = 0; i < count; i++) {
                some.put(id(kind, i), record(kind, id(kind, i)));
            }
            records.put(kind, some);
        }
        TreeSet<String> notDelivered = new TreeSet<>();
        if (random.nextInt(4) == 0) {
            notDelivered.add(
                    List.of("certificate", "order", "contract", "evidence").get(random.nextInt(4)));
        }
        return new NetworkFacts(records, notDelivered);
    }

    private static String id(Kind kind, int number) {
        return kind == Kind.COUNTRY ? "DE" : kind.word() + number;
    }

    private FactRecord record(Kind kind, String id) {
        RecordType type = FactModel.core().type(kind);
        Map<String, Object> values = new HashMap<>(values(type, 2));
        values.put(kind.idField(), id);
        if (kind == Kind.NETWORK) {
            values.put("timeZone", "Europe/Berlin");
        }
        if (kind == Kind.EVIDENCE) {
            evidence(values);
        }
        Map<String, Object> declared = new HashMap<>();
        declared.put("flag", random.nextBoolean());
        declared.put("listed", random.nextBoolean());
        declared.put("counts", random.nextBoolean());
        declared.put("purpose", word());
        declared.put("since", RandomExpressions.DAYS.get(random.nextInt(RandomExpressions.DAYS.size())));
        declared.put("parts", (long) random.nextInt(3));
        declared.keySet().removeIf(name -> random.nextInt(3) == 0);
        return new FactRecord(type, values, Map.of(RandomPacks.REGIME, declared));
    }

    private void evidence(Map<String, Object> values) {
        boolean determination = random.nextInt(5) == 0;
        values.put("kind", determination ? "determination" : RandomExpressions.EVIDENCE.get(random.nextInt(3)));
        if (determination) {
            values.put("requirement", RandomPacks.REGIME + "/XX-" + random.nextInt(4));
            values.put("subject", "component/component" + random.nextInt(14));
            values.put("outcome", Outcome.values()[random.nextInt(Outcome.values().length)].name());
            // One that nobody signed settles nothing, so most are signed
            if (random.nextInt(8) > 0) {
                values.put("by", "counsel");
                values.put("reason", "looked at");
                values.put("issued", LocalDate.parse("2020-01-01"));
                values.keySet().removeAll(List.of("received", "ended", "validUntil"));
            }
        }
        if (random.nextBoolean()) {
            values.put("holder", random.nextBoolean() ? "operator0" : "supplier0");
        }
    }

    private Map<String, Object> values(RecordType type, int depth) {
        Map<String, Object> values = new HashMap<>();
        for (FieldDef field : type.fields().values()) {
            boolean there = field.required() || random.nextInt(3) > 0;
            if (there && (depth > 0 || !nests(field.type()))) {
                values.put(field.name(), value(field.type(), depth));
            }
        }
        return values;
    }

    private static boolean nests(FactType type) {
        return type instanceof FactType.Nested || type instanceof FactType.ListOf list && nests(list.element());
    }

    private Object value(FactType type, int depth) {
        if (type instanceof FactType.Bool) {
            return random.nextBoolean();
        }
        if (type instanceof FactType.Int) {
            return (long) random.nextInt(4);
        }
        if (type instanceof FactType.Date) {
            return day();
        }
        if (type instanceof FactType.Share) {
            return Fraction.of(random.nextInt(5), 4);
        }
        if (type instanceof FactType.OneOf choice) {
            return choice.values().get(random.nextInt(choice.values().size()));
        }
        if (type instanceof FactType.Ref ref) {
            return ref.kind() == Kind.COUNTRY
                    ? List.of("DE", "FR").get(random.nextInt(2))
                    : id(ref.kind(), random.nextInt(MOST.getOrDefault(ref.kind(), 1)));
        }
        if (type instanceof FactType.Nested nested) {
            return new FactRecord(nested.type(), values(nested.type(), depth - 1));
        }
        if (type instanceof FactType.ListOf list) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(value(list.element(), depth));
            }
            return elements.stream().distinct().toList();
        }
        return word();
    }

    private LocalDate day() {
        return random.nextInt(8) == 0
                ? Days.NEVER
                : LocalDate.parse(RandomExpressions.DAYS.get(random.nextInt(RandomExpressions.DAYS.size())));
    }

    private String word() {
        return RandomExpressions.WORDS.get(random.nextInt(RandomExpressions.WORDS.size()));
    }
}
