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
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Snapshots mixed from others by a seed: records crossed field by field, with holes where facts were. */
public final class Mixtures {
    private final List<NetworkFacts> pool;
    private final Random random;
    private final int size;
    private final double holes;

    private Mixtures(List<NetworkFacts> pool, long seed, int size, double holes) {
        this.pool = pool;
        this.random = new Random(seed);
        this.size = size;
        this.holes = holes;
    }

    /**
     * A snapshot.
     *
     * @param pool where its records come from
     * @param size how many components it has at most
     * @param holes the share of facts that are left out
     */
    public static NetworkFacts of(List<NetworkFacts> pool, long seed, int size, double holes) {
        return new Mixtures(pool, seed, size, holes).mix();
    }

    private NetworkFacts mix() {
        NetworkFacts base = pool.get(random.nextInt(pool.size()));
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            SortedMap<String, FactRecord> some = new TreeMap<>();
            if (kind == Kind.COMPONENT || kind == Kind.EVIDENCE) {
                many(kind, some);
            } else if (kind.single()) {
                base.all(kind).forEach((id, record) -> some.put(id, pierced(record)));
            } else {
                pool.forEach(facts -> facts.all(kind).forEach((id, record) -> some.putIfAbsent(id, pierced(record))));
            }
            records.put(kind, some);
        }
        return new NetworkFacts(records, new TreeSet<>(random.nextInt(3) == 0 ? base.notDelivered() : new TreeSet<>()));
    }

    /** Some keep their ids, so that what names them still does. */
    private void many(Kind kind, SortedMap<String, FactRecord> some) {
        List<FactRecord> all = new ArrayList<>();
        pool.forEach(facts -> all.addAll(facts.all(kind).values()));
        int count = all.isEmpty() ? 0 : random.nextInt(size + 1);
        for (int i = 0; i < count; i++) {
            FactRecord one = all.get(random.nextInt(all.size()));
            String id = random.nextInt(4) == 0 ? one.text(kind.idField()).orElseThrow() : "x" + i;
            FactRecord other = all.get(random.nextInt(all.size()));
            FactRecord crossed = random.nextInt(3) == 0 ? crossed(kind, one, other) : one;
            Map<String, Object> named = new HashMap<>(pierced(crossed).values());
            named.put(kind.idField(), id);
            some.put(id, new FactRecord(one.type(), named, crossed.regimeFacts()));
        }
    }

    private FactRecord crossed(Kind kind, FactRecord one, FactRecord other) {
        Map<String, Object> values = new HashMap<>(one.values());
        other.values().forEach((field, value) -> {
            if (!field.equals("kind") && !field.equals(kind.idField()) && random.nextInt(3) == 0) {
                values.put(field, value);
            }
        });
        return new FactRecord(one.type(), values, random.nextBoolean() ? one.regimeFacts() : other.regimeFacts());
    }

    private FactRecord pierced(FactRecord record) {
        Map<String, Object> values = new HashMap<>();
        record.values().forEach((field, value) -> {
            boolean required =
                    record.type().field(field).map(FieldDef::required).orElse(true);
            if (required || random.nextDouble() >= holes) {
                values.put(field, value instanceof FactRecord nested ? pierced(nested) : value);
            }
        });
        Map<String, Map<String, Object>> facts = new HashMap<>();
        record.regimeFacts().forEach((regime, own) -> {
            Map<String, Object> left = new HashMap<>(own);
            left.keySet().removeIf(name -> random.nextDouble() < holes);
            facts.put(regime, left);
        });
        return new FactRecord(record.type(), values, facts);
    }
}
