package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.Unwritten;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot on one day under one pack, as its rules see it. Not thread-safe: it builds its indexes as they are asked
 * for.
 */
public final class World {
    /** How the path of evidence that is missing as a whole begins, within its subject. */
    static final String EVIDENCE = "evidence:";

    /** How the path of a table that is not complete begins. */
    static final String REFERENCE = "reference:";

    /** How the path of a function goes on of which the name is not known, within its component. */
    private static final String FUNCTION = "functions.";

    private final NetworkFacts facts;
    private final PackSchema schema;
    private final LocalDate asOf;
    private final LocalDate knownOn;
    private final LocalDate recordedOn;
    private final Map<Kind, List<FactView>> lists = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, FactView>> views = new EnumMap<>(Kind.class);
    private final Joins joins;
    private final Ownership ownership;
    private final Meter meter;
    private @Nullable Map<String, Object> trace;
    private @Nullable List<String> unseen;

    /**
     * The world of a snapshot.
     *
     * @param recordedOn the day that its statuses speak for
     * @param effort what may be spent on it
     */
    public World(NetworkFacts facts, PackSchema schema, LocalDate asOf, LocalDate recordedOn, Effort effort) {
        this(facts, schema, asOf, asOf, recordedOn, effort);
    }

    private World(
            NetworkFacts facts,
            PackSchema schema,
            LocalDate asOf,
            LocalDate knownOn,
            LocalDate recordedOn,
            Effort effort) {
        this.facts = facts;
        this.schema = schema;
        this.asOf = asOf;
        this.knownOn = knownOn;
        this.recordedOn = recordedOn;
        this.joins = new Joins(this);
        this.ownership = new Ownership(this);
        this.meter = new Meter(this, effort);
    }

    /** The same world for another thread. */
    public World again() {
        return new World(facts, schema, asOf, knownOn, recordedOn, meter.effort());
    }

    /** The world of a later day by what is known on this one: records that come in between are not seen. */
    public World ahead(LocalDate day) {
        return new World(facts, schema, day, knownOn, recordedOn, meter.effort());
    }

    /** A record as seen by itself, held by nobody else. */
    public FactView alone(Kind kind, String id, FactRecord record) {
        return FactView.whole(this, record, kind.word() + "/" + id);
    }

    /** A record whose every use is noted. */
    public FactView observed(Kind kind, String id, FactRecord record, ReadLog log) {
        return FactView.observed(this, record, kind.word() + "/" + id, log);
    }

    /** The snapshot as it is; what this world's pack declares is not typed in it. */
    public NetworkFacts facts() {
        return facts;
    }

    /** A record of the snapshot with what the pack declares typed. */
    public FactRecord fitted(Kind kind, FactRecord record) {
        return schema.fit(kind, record);
    }

    public PackSchema schema() {
        return schema;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** The last day of which the records are seen. */
    LocalDate knownOn() {
        return knownOn;
    }

    public LocalDate recordedOn() {
        return recordedOn;
    }

    /** Counts what is done in it. */
    public Meter meter() {
        return meter;
    }

    public Joins joins() {
        return joins;
    }

    public Ownership ownership() {
        return ownership;
    }

    /** The record of that id; a country that the document does not list is one without facts. */
    public FactView view(Kind kind, String id) {
        return views.computeIfAbsent(kind, k -> new HashMap<>()).computeIfAbsent(id, i -> make(kind, i));
    }

    private FactView make(Kind kind, String id) {
        String subject = kind.word() + "/" + id;
        Optional<FactRecord> record = facts.find(kind, id);
        if (record.isPresent()) {
            return FactView.whole(this, fitted(kind, record.get()), subject);
        }
        if (kind == Kind.COUNTRY) {
            return FactView.whole(this, new FactRecord(schema.type(kind), Map.of("code", id)), subject);
        }
        return FactView.absent(this, schema.type(kind), subject);
    }

    /** The one record of a kind of which there is one. */
    public FactView the(Kind kind) {
        return view(kind, facts.the(kind).text(kind.idField()).orElseThrow());
    }

    /** The ids of the evidence that is not seen yet on the as-of day, sorted. */
    public List<String> unseen() {
        List<String> known = unseen;
        if (known == null) {
            FactTable table = facts.table(Kind.EVIDENCE);
            known = IntStream.range(0, table.rows())
                    .filter(row -> !joins.seen(table, row))
                    .mapToObj(table::id)
                    .toList();
            unseen = known;
        }
        return known;
    }

    /** Every record of a kind, in id order. */
    public List<FactView> all(Kind kind) {
        List<FactView> known = lists.get(kind);
        if (known == null) {
            known = facts.all(kind).keySet().stream().map(id -> view(kind, id)).toList();
            lists.put(kind, known);
        }
        return known;
    }

    /** What stands in for a record that another one should name but does not. */
    public FactView unnamed(Kind kind, String path) {
        return FactView.absent(this, schema.type(kind), path);
    }

    /** Whom to ask what when the fact at a path, such as {@code component/amf-1/software.version}, is missing. */
    public Ask ask(String path) {
        if (path.startsWith(REFERENCE)) {
            return schema.askOfTable(path.substring(REFERENCE.length()));
        }
        String[] parts = path.split("/", 3);
        if (parts.length < 3) {
            return Unwritten.path(path);
        }
        if (parts[2].startsWith(EVIDENCE)) {
            return PackSchema.askOfEvidence(parts[2].substring(EVIDENCE.length()), parts[0] + " " + parts[1]);
        }
        if (parts[2].startsWith(FUNCTION + "'")) {
            return Unwritten.function(parts[2].substring(FUNCTION.length()));
        }
        Kind kind = Kind.ofWord(parts[0]);
        String on = facts.find(kind, parts[1]).map(r -> FactModel.on(kind, r)).orElse(kind.word());
        return schema.ask(on, parts[1], parts[2]);
    }

    void trace(String path, Object value) {
        if (trace != null) {
            trace.putIfAbsent(path, value);
        }
    }

    boolean isTraced() {
        return trace != null;
    }

    /** Starts to note every fact that is read; the map is filled in the order of reading. */
    public Map<String, Object> startTrace() {
        Map<String, Object> started = new LinkedHashMap<>();
        trace = started;
        return started;
    }

    /** Notes no more. */
    public void stopTrace() {
        trace = null;
    }

    /** Does what is done once for all, of which nothing is noted: whoever comes later would not note it either. */
    public void untraced(Runnable work) {
        Map<String, Object> before = trace;
        trace = null;
        try {
            work.run();
        } finally {
            trace = before;
        }
    }
}
