package org.assay.engine.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Puts a network together, record by record, whatever the form of the document. For one thread, used once. */
final class NetworkBuilder {
    /** The kinds whose absence says nothing unless their section is there. */
    static final Set<Kind> DELIVERABLE =
            EnumSet.of(Kind.EVIDENCE, Kind.CONTRACT, Kind.ORDER, Kind.DEPENDANT, Kind.PARTNER, Kind.REPLACEMENT);

    /** The kinds of which there may be very many: their records are kept as columns. */
    private static final Set<Kind> COLUMNAR = EnumSet.of(Kind.COMPONENT, Kind.SITE);

    private static final int LEAST_LINKS = 2_000_000;
    private static final int TOLD_EVERY = 4_096;

    private final FactModel model;
    private final Limits limits;
    private final FaultLog faults;
    private final References references;
    private final Circles circles;
    private final Warnings warnings;
    private final RecordBinder binder;
    private final DeclaredFacts declared;
    private final Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
    private final Map<Kind, RowTaker> tables = new EnumMap<>(Kind.class);
    private final Inherited inherited;
    private final Set<Kind> sections = EnumSet.noneOf(Kind.class);
    private final SortedSet<String> notDelivered = new TreeSet<>();
    private final LongConsumer progress;
    private int count;

    NetworkBuilder(FactModel model, Limits limits, FaultLog faults) {
        this(model, limits, faults, records -> {});
    }

    /**
     * A builder.
     *
     * @param progress is told now and then how many records there are
     */
    NetworkBuilder(FactModel model, Limits limits, FaultLog faults, LongConsumer progress) {
        this.progress = progress;
        this.model = model;
        this.limits = limits;
        this.faults = faults;
        Map<Kind, TableBuilder> builders = new EnumMap<>(Kind.class);
        Map<Kind, IdBook> books = new EnumMap<>(Kind.class);
        for (Kind kind : COLUMNAR) {
            TableBuilder table = new TableBuilder(new Layout(model.type(kind)), kind.idField());
            builders.put(kind, table);
            books.put(kind, new IdBook(kind, table.dictionary(table.idLeaf())));
        }
        this.references = new References(faults, books, limits.records());
        int links = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(LEAST_LINKS, 4L * limits.records()));
        this.inherited = new Inherited(references, this::keep);
        this.circles = new Circles(faults, new HostLinks(books.get(Kind.COMPONENT), links));
        this.warnings = new Warnings(limits.faults(), model);
        builders.forEach((kind, table) ->
                tables.put(kind, new RowTaker(kind, table, books.get(kind), references, circles, warnings)));
        DateOrder dates = new DateOrder(faults);
        this.binder = new RecordBinder(faults, references, limits, (type, values, node) -> {
            dates.check(type, values, node);
            circles.note(type, values, node);
        });
        // With a binder of its own: what a pack declares takes no part in the checks of core records
        RecordBinder besides = new RecordBinder(faults, references, limits, (type, values, node) -> {});
        this.declared = new DeclaredFacts(model, besides, faults);
    }

    /** Starts from the records that a snapshot has already. */
    void startFrom(NetworkFacts base) {
        inherited.take(base, tables.keySet());
        count += base.size();
        sections.addAll(EnumSet.allOf(Kind.class));
        notDelivered.addAll(base.notDelivered());
    }

    private void counted() {
        count++;
        if (count % TOLD_EVERY == 0) {
            progress.accept(count);
        }
    }

    /** The document has a section, be it empty. */
    void section(Kind kind) {
        sections.add(kind);
    }

    void format(Node node) {
        if (!(node instanceof Node.Scalar scalar) || !SnapshotDigest.FORMAT.equals(scalar.value())) {
            faults.add(
                    "wrong-format",
                    "this is no document of a format that is known here",
                    node.place(),
                    "\"format\" is \"" + SnapshotDigest.FORMAT + "\"");
        }
    }

    void notDelivered(Node node) {
        binder.expect(node, Node.Array.class, "a list of texts", "'notDelivered'")
                .ifPresent(list -> {
                    for (Node element : list.elements()) {
                        binder.expect(element, Node.Scalar.class, "a text", "'notDelivered'")
                                .ifPresent(this::notDelivered);
                    }
                });
    }

    private void notDelivered(Node.Scalar word) {
        if (word.value() instanceof String text && FactValues.isId(text)) {
            notDelivered.add(text);
            warnings.notDelivered(text, word.place());
        } else {
            String hint = "'notDelivered' lists kinds of evidence, or the words evidence, contract, order";
            faults.add("bad-id", "this is no kind of evidence", word.place(), hint);
        }
    }

    /** Takes one record; what is at fault is put down. */
    void record(Kind kind, Node node) {
        sections.add(kind);
        inherited.unshare(kind);
        counted();
        if (count > limits.records()) {
            throw faults.last(
                    "too-many-records",
                    "more than " + limits.records() + " records",
                    node.place(),
                    "the limit can be configured");
        }
        binder.expect(node, Node.Fields.class, "an object", "a " + kind.word())
                .ifPresent(fields -> record(kind, fields));
    }

    /**
     * New readers of lines, for one more thread.
     *
     * @param careful whether every line is left to be read with all care
     */
    ChunkWorker worker(boolean careful) {
        Map<Kind, RowReader> readers = new EnumMap<>(Kind.class);
        if (!careful) {
            tables.forEach((kind, rows) ->
                    readers.put(kind, new RowReader(kind, model, limits, rows.table(), rows.settled())));
        }
        return new ChunkWorker(limits, readers);
    }

    /**
     * Takes the records of a block.
     *
     * @param firstLine the number of the chunk's first line in the document
     * @param careful reads a line of the chunk again, by its number there
     */
    void rows(Chunk chunk, RowBlock block, int firstLine, IntConsumer careful) {
        sections.add(block.kind);
        inherited.unshare(block.kind);
        RowTaker taker = tables.get(block.kind);
        if (taker == null) {
            throw new IllegalStateException("no columns for " + block.kind);
        }
        taker.take(chunk, block, firstLine, new RowTaker.Counter() {
            @Override
            public boolean hasRoom() {
                return count < limits.records();
            }

            @Override
            public void taken() {
                counted();
            }

            @Override
            public void refuse(int line) {
                careful.accept(line);
            }
        });
    }

    private void record(Kind kind, Node.Fields node) {
        Map<String, Object> values = binder.fields(node, model.type(kind), CanonicalJson.FACTS);
        FactRecord plain = new FactRecord(model.type(kind), values);
        Map<String, Map<String, Object>> facts = declared.of(FactModel.on(kind, plain), node);
        FactRecord record = facts.isEmpty() ? plain : new FactRecord(plain.type(), values, facts);
        warnings.look(kind, record, node);
        record.text(kind.idField()).ifPresent(id -> put(kind, id, record, node));
    }

    private void put(Kind kind, String id, FactRecord record, Node.Fields node) {
        Place place = node.fields().getOrDefault(kind.idField(), node).place();
        if (kind.single() && !of(kind).isEmpty()) {
            faults.add("duplicate-record", "a second " + kind.word(), place, "a document has one " + kind.word());
        } else if (references.define(kind, id, place)) {
            keep(kind, id, record);
        } else {
            Place first = references.placeOf(kind, id);
            String where =
                    first.line() == 0 ? "in the snapshot" : "in line " + first.line() + " (" + first.pointer() + ")";
            faults.add(
                    "duplicate-id",
                    "the id " + FactValues.quote(id) + " is taken by another " + kind.word(),
                    place,
                    "the first stands " + where + "; give each its own");
        }
        if (kind == Kind.NETWORK) {
            checkZone(record, node);
        }
    }

    private void keep(Kind kind, String id, FactRecord record) {
        RowTaker rows = tables.get(kind);
        if (rows == null) {
            of(kind).put(id, record);
        } else {
            rows.table().add(rows.table().encode(record), 1);
        }
    }

    private void checkZone(FactRecord network, Node.Fields node) {
        network.text("timeZone")
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .ifPresent(zone -> faults.add(
                        "unknown-value",
                        FactValues.quote(zone) + " is no time zone",
                        node.fields().getOrDefault("timeZone", node).place(),
                        "write an IANA time zone such as Europe/Berlin"));
    }

    /**
     * The whole network, when every record was taken.
     *
     * @param root the place of the document itself
     * @throws org.assay.engine.fault.FaultException if anything is wrong
     */
    Intake finish(Place root) {
        List<Kind> missing = new ArrayList<>();
        for (Kind kind : List.of(Kind.NETWORK, Kind.OPERATOR, Kind.COMPONENT)) {
            if (!sections.contains(kind)) {
                missing.add(kind);
            }
        }
        missing.forEach(kind -> faults.add(
                "missing-field",
                "'" + kind.section() + "' is missing",
                root,
                "a document has a network, an operator and components"));
        references.report();
        circles.report();
        faults.throwIfAny();
        warnings.together(
                of(Kind.EVIDENCE), of(Kind.SUPPLIER).keySet(), of(Kind.OPERATOR).keySet());
        progress.accept(count);
        for (Kind kind : DELIVERABLE) {
            if (!sections.contains(kind)) {
                notDelivered.add(kind.word());
            }
        }
        tables.forEach((kind, rows) -> records.put(
                kind,
                inherited.shared(kind).orElseGet(() -> rows.table().finish().asMap())));
        NetworkFacts facts = new NetworkFacts(records, notDelivered);
        return new Intake(facts, report(facts));
    }

    private IntakeReport report(NetworkFacts facts) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, facts.all(kind).size());
        }
        tables.values().forEach(rows -> rows.addKept(model.regimes(), declared.kept()));
        return new IntakeReport(counts, warnings.list(), warnings.leftOut(), declared.kept(), facts.notDelivered());
    }

    private SortedMap<String, FactRecord> of(Kind kind) {
        return records.computeIfAbsent(kind, some -> new TreeMap<>());
    }
}
