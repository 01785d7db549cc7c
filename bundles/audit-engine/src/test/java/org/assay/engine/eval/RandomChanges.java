package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.TextFormat;

/** Snapshots that differ in little from other ones, made from a seed. */
final class RandomChanges {
    private final Random random;

    RandomChanges(Random random) {
        this.random = random;
    }

    /** The same facts, but for a record or two of some kinds: one more, one less, or otherwise. */
    NetworkFacts of(NetworkFacts facts, List<Kind> kinds) {
        return of(facts, RandomSnapshots.of(random), kinds);
    }

    /** The same, other records and facts taken from other facts, which may be the same. */
    NetworkFacts of(NetworkFacts facts, NetworkFacts others, List<Kind> kinds) {
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(facts.records());
        for (int i = random.nextInt(2); i >= 0; i--) {
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            records.put(kind, changed(records.get(kind), others.all(kind), kind));
        }
        return new NetworkFacts(records, facts.notDelivered());
    }

    private SortedMap<String, FactRecord> changed(
            SortedMap<String, FactRecord> before, SortedMap<String, FactRecord> others, Kind kind) {
        SortedMap<String, FactRecord> records = new TreeMap<>(before);
        int way = random.nextInt(3);
        if (way == 0 && !kind.single() && !records.isEmpty()) {
            records.remove(pick(records));
        } else if (way == 1 && !records.isEmpty() && !others.isEmpty()) {
            String id = pick(records);
            records.put(id, mixed(records.get(id), others.get(pick(others)), kind));
        } else if (!others.isEmpty()) {
            FactRecord other = others.get(pick(others));
            String id = other.text(kind.idField()).orElseThrow();
            boolean there = !kind.single() && other.equals(records.get(id));
            records.put(there ? id + "-again" : id, there ? again(other, others, kind) : other);
        }
        return records;
    }

    /** A record like one that is there, with one fact of another. */
    private FactRecord again(FactRecord record, SortedMap<String, FactRecord> others, Kind kind) {
        FactRecord mixed = mixed(record, others.get(pick(others)), kind);
        Map<String, Object> values = new HashMap<>(mixed.values());
        values.put(kind.idField(), record.text(kind.idField()).orElseThrow() + "-again");
        return new FactRecord(record.type(), values, mixed.regimeFacts());
    }

    /** A record with one fact of another one. */
    private FactRecord mixed(FactRecord record, FactRecord other, Kind kind) {
        List<String> fields = new ArrayList<>(new TreeSet<>(other.values().keySet()));
        fields.remove(kind.idField());
        fields.remove("timeZone");
        Map<String, Object> values = new HashMap<>(record.values());
        if (!fields.isEmpty() && random.nextInt(4) > 0) {
            String field = fields.get(random.nextInt(fields.size()));
            values.put(field, other.values().get(field));
            return new FactRecord(record.type(), values, record.regimeFacts());
        }
        return new FactRecord(record.type(), values, other.regimeFacts());
    }

    private String pick(SortedMap<String, FactRecord> records) {
        return List.copyOf(records.keySet()).get(random.nextInt(records.size()));
    }

    /** Without what intake would have refused: words where a text has a format. */
    private static Map<String, Object> readable(FactRecord record) {
        Map<String, Object> values = new HashMap<>(record.values());
        values.keySet().removeIf(name -> record.type()
                .field(name)
                .map(RandomChanges::isFormatted)
                .orElse(true));
        values.replaceAll((name, value) ->
                value instanceof FactRecord inner ? new FactRecord(inner.type(), readable(inner)) : value);
        return values;
    }

    private static boolean isFormatted(FieldDef field) {
        boolean records = field.type() instanceof FactType.ListOf list && list.element() instanceof FactType.Nested;
        return records || field.format() != TextFormat.PLAIN && field.format() != TextFormat.FUNCTION;
    }

    /** The same facts, components and sites kept as columns. */
    static NetworkFacts columnar(NetworkFacts facts) {
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(facts.records());
        for (Kind kind : List.of(Kind.COMPONENT, Kind.SITE)) {
            TableBuilder builder = new TableBuilder(new Layout(FactModel.core().type(kind)), kind.idField());
            records.get(kind)
                    .values()
                    .forEach(record -> builder.add(
                            builder.encode(new FactRecord(record.type(), readable(record), record.regimeFacts())), 1));
            records.put(kind, builder.finish().asMap());
        }
        return new NetworkFacts(records, facts.notDelivered());
    }
}
