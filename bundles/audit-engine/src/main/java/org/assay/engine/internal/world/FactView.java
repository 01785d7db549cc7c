package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.RecordType;
import org.assay.engine.facts.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record as an expression sees it. A fact that is missing is unknown and says which one it is; a record that is missing
 * has nothing in it. Belongs to one {@link World} and to one thread. An observed one notes in a {@link ReadLog} whatever is
 * learnt about it; what it names in turn is not observed, being the same whoever names it.
 */
public final class FactView extends CelRecord {
    /** Stands in paths for a record of which it does not matter which one it is; no id has it in it. */
    public static final String SELF = "\0";

    private final World world;
    private final @Nullable FactRecord record;
    private final RecordType type;
    private final String subject;
    private final String named;
    private final String prefix;
    private final @Nullable String absent;
    private final @Nullable ReadLog log;
    private final Map<String, Object> seen = new HashMap<>();

    private FactView(
            World world,
            @Nullable FactRecord record,
            RecordType type,
            String subject,
            String named,
            String prefix,
            @Nullable String absent,
            @Nullable ReadLog log) {
        this.world = world;
        this.record = record;
        this.type = type;
        this.subject = subject;
        this.named = named;
        this.prefix = prefix;
        this.absent = absent;
        this.log = log;
    }

    /** A record that stands on its own, such as {@code component/amf-1}. */
    static FactView whole(World world, FactRecord record, String subject) {
        return new FactView(world, record, record.type(), subject, subject, "", null, null);
    }

    /** The same as {@link #whole}, whose every use is noted. */
    static FactView observed(World world, FactRecord record, String subject, ReadLog log) {
        return whole(world, record, subject).observed(subject, log);
    }

    /** This one, whose every use is noted; the paths of its facts begin with a name. */
    public FactView observed(String name, ReadLog by) {
        return new FactView(world, record, type, subject, name, prefix, absent, by);
    }

    /** A path with a record's name, given as kind and id, in place of {@link #SELF}. */
    public static String place(String path, String subject) {
        return path.startsWith(SELF) ? subject + path.substring(SELF.length()) : path;
    }

    /** A record that another one should name but does not: whatever is asked of it, the fact at the path is missing. */
    static FactView absent(World world, RecordType type, String path) {
        return new FactView(world, null, type, path, path, "", path, null);
    }

    private static FactView nested(FactView in, @Nullable FactRecord record, RecordType type, String field) {
        String prefix = in.prefix + field + ".";
        return new FactView(in.world, record, type, in.subject, in.named, prefix, in.absent, in.log);
    }

    /** {@code kind/id}. */
    public String subject() {
        note(ReadKey.WHOLE);
        return subject;
    }

    /** The id within its kind. */
    public String id() {
        return subject().substring(subject.indexOf('/') + 1);
    }

    /** Notes something that was learnt about it otherwise than by reading its facts here. */
    void note(ReadKey key) {
        if (log != null) {
            log.note(key);
        }
    }

    /** What a join or a function gives for this record; noted as a whole instead of fact by fact. */
    public Object derived(ReadKey key, Supplier<Object> result) {
        return log == null ? result.get() : log.derived(key, result);
    }

    /** The evidence of a kind that is given for it, as a list; or unknown. */
    public Object evidenceFor(String kind) {
        return derived(new ReadKey.Evidence(kind), () -> world.joins().evidenceFor(this, kind));
    }

    /** The world it belongs to. */
    public World world() {
        return world;
    }

    /** The facts themselves. */
    public Optional<FactRecord> facts() {
        note(ReadKey.WHOLE);
        return Optional.ofNullable(record);
    }

    /** What tells it from other records in the same place: which record it is, or of one within another its facts. */
    Object contents() {
        return prefix.isEmpty() ? subject : record == null ? ReadKey.MISSING : record;
    }

    /** The fields it may have; a whole record's type is named by its kind's word. */
    RecordType type() {
        return type;
    }

    /** The path whose absence makes this record a missing one, if it is one. */
    public Optional<String> missing() {
        return Optional.ofNullable(absent);
    }

    /** The path of one of its facts. */
    public String path(String field) {
        return absent != null ? absent : named + "/" + prefix + field;
    }

    /** The path of something that is said about it elsewhere, such as evidence. */
    String about(String word) {
        return named + "/" + word;
    }

    /** A text among its facts, not as something that an expression asked for. */
    Optional<String> peek(String field) {
        note(new ReadKey.Field(prefix + field));
        return record == null ? Optional.empty() : record.text(field);
    }

    /** Whether a fact is there; for an event, whether it has a day. */
    public boolean knows(String field) {
        if (field.equals("facts")) {
            return record != null;
        }
        note(new ReadKey.Known(prefix + field));
        noteShown(field);
        Object value = record == null ? null : record.values().get(field);
        world.trace(path(field), value == null ? "(not there)" : value);
        return value != null && !value.equals(Days.NEVER);
    }

    /** What is shown of a fact, which may tell more than what it came to. */
    private void noteShown(String field) {
        if (log != null && log.isDeep()) {
            log.note(new ReadKey.Shown(prefix + field));
        }
    }

    /** A fact as it was delivered. */
    Object delivered(String field) {
        return record == null ? ReadKey.MISSING : record.values().getOrDefault(field, ReadKey.MISSING);
    }

    /** A fact as rules see it: a value, or {@link Unknown}. */
    public Object read(String field) {
        Object known = seen.get(field);
        if (known == null) {
            known = value(field);
            if (known != null) {
                seen.put(field, known);
            }
        }
        if (log != null && !(known instanceof FactView view && view.log != null)) {
            log.note(new ReadKey.Field(prefix + field));
            if (known instanceof FactView || known instanceof List<?>) {
                noteShown(field);
            }
        }
        if (known == null) {
            return Unknown.of(path(field));
        }
        traceLeaf(field, known);
        return known;
    }

    private void traceLeaf(String field, Object value) {
        if (value instanceof List<?> list && record != null && list.stream().anyMatch(Unknown.class::isInstance)) {
            world.trace(path(field), record.values().get(field));
        } else if (!(value instanceof FactView view)) {
            world.trace(path(field), value);
        } else if (view.prefix.isEmpty()) {
            world.trace(path(field), view);
        }
    }

    private @Nullable Object value(String field) {
        if (field.equals("facts") && !type.fields().containsKey("facts")) {
            return declared();
        }
        FieldDef def = type.field(field).orElseThrow(() -> new IllegalStateException("no field " + field));
        Object value = record == null ? null : record.values().get(field);
        if (value != null && def.format() == TextFormat.FUNCTION) {
            return FunctionNames.of(world.schema(), (List<?>) value, path(field));
        }
        if (value != null) {
            return convert(value, def.type(), field);
        }
        if (def.type() instanceof FactType.Nested nested) {
            return nested(this, null, nested.type(), field);
        }
        if (def.type() instanceof FactType.Ref ref) {
            return world.unnamed(ref.kind(), path(field));
        }
        return record != null && record.isUnhappened(field) ? Days.NEVER : null;
    }

    private Object convert(Object value, FactType type, String field) {
        if (type instanceof FactType.Ref ref) {
            return world.view(ref.kind(), (String) value);
        }
        if (type instanceof FactType.Nested nested) {
            return nested(this, (FactRecord) value, nested.type(), field);
        }
        if (type instanceof FactType.ListOf list && !(isPlain(list.element()))) {
            List<Object> converted = new ArrayList<>();
            for (Object element : (List<?>) value) {
                converted.add(convert(element, list.element(), field + "." + converted.size()));
            }
            return List.copyOf(converted);
        }
        return value;
    }

    private static boolean isPlain(FactType type) {
        return !(type instanceof FactType.Ref || type instanceof FactType.Nested || type instanceof FactType.ListOf);
    }

    /** The facts that the pack declared, such as {@code component/amf-1/facts.purpose}. */
    private FactView declared() {
        RecordType declared = world.schema().declared(type.name());
        FactRecord values = record == null
                ? null
                : new FactRecord(declared, record.factsOf(world.schema().regime()));
        return nested(this, values, declared, "facts");
    }

    @Override
    public Object select(String field) {
        return Unknown.toCel(read(field));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof FactView view)) {
            return false;
        }
        if (log != view.log) {
            note(new ReadKey.Is(view.subject));
            view.note(new ReadKey.Is(subject));
        }
        return subject.equals(view.subject) && prefix.equals(view.prefix);
    }

    @Override
    public int hashCode() {
        note(ReadKey.WHOLE);
        return 31 * subject.hashCode() + prefix.hashCode();
    }

    /** What a text shows of it: its name, else its id. */
    @Override
    public String toString() {
        note(ReadKey.WHOLE);
        if (absent != null || record == null) {
            return "(not named)";
        }
        Object name = record.values().getOrDefault("name", record.values().get("text"));
        return name != null
                ? name.toString()
                : prefix.isEmpty() ? id() : record.values().values().toString();
    }
}
