package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one kind from JSON straight to codes, as long as nothing about them is unusual. What is, from a fault to
 * a sign that must be looked at, is left to {@link RecordBinder}, which alone knows the words for it. For one thread at a
 * time.
 */
final class RowReader {
    private final Kind kind;
    private final TableBuilder table;
    private final Layout layout;
    private final Map<String, Object> members = new HashMap<>();
    private final FieldOrder order;
    private final ValueCodes values;
    private final ListCodes lists;
    private final RowChecks checks;

    RowReader(Kind kind, FactModel model, Limits limits, TableBuilder table, Settled settled) {
        this.kind = kind;
        this.table = table;
        this.layout = table.layout();
        RecordType type = model.type(kind);
        int inner = 0;
        for (FieldDef field : type.fields().values()) {
            Layout.Leaf leaf = layout.leaf(field.name());
            Layout.Group group = layout.group(field.name());
            if (leaf != null) {
                members.put(field.name(), leaf);
            } else if (group != null && isSimple(group) && inner < Long.SIZE) {
                members.put(field.name(), new Inner(group, inner++));
            }
        }
        Layout.Leaf facts = layout.leaf(CanonicalJson.FACTS);
        if (facts != null) {
            members.put(CanonicalJson.FACTS, facts);
        }
        this.order = new FieldOrder(members.size());
        this.values = new ValueCodes(table, limits, settled);
        this.lists = new ListCodes(kind, model, table, limits, settled);
        this.checks = new RowChecks(type, table);
    }

    /** Whether nothing is to be checked beyond each of its fields. */
    private static boolean isSimple(Layout.Group group) {
        boolean required = group.type().fields().values().stream().anyMatch(FieldDef::required);
        return !required && DateOrder.chains(group.type()).isEmpty();
    }

    /** A new block for records of this kind. */
    RowBlock block() {
        return new RowBlock(kind, layout.leaves().size());
    }

    /**
     * Reads the record at whose beginning the parser stands.
     *
     * @return whether nothing is unusual about it; the parser then stands at its end, otherwise anywhere
     */
    boolean read(JsonParser parser, ChunkLine line, RowBlock block) throws IOException {
        block.begin();
        return parser.currentToken() == JsonToken.START_OBJECT
                && record(parser, line, block)
                && checks.hasAllRequired(block)
                && checks.areDatesInOrder(block);
    }

    /** Keeps the record that was read. */
    void keep(ChunkLine line, RowBlock block) {
        block.end(line.number(), checks.warnings(block));
    }

    private boolean record(JsonParser parser, ChunkLine line, RowBlock block) throws IOException {
        long seen = 0;
        order.restart();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Object member = order.next(name, members);
            if (member instanceof Layout.Leaf leaf) {
                if (!block.set(leaf.index(), code(parser, leaf, line, block))) {
                    return false;
                }
            } else if (member instanceof Inner inner && (seen & inner.bit) == 0) {
                seen |= inner.bit;
                if (!group(parser, inner, line, block)) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    private boolean group(JsonParser parser, Inner inner, ChunkLine line, RowBlock block) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        boolean any = false;
        inner.order.restart();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Object member = inner.order.next(name, inner.members);
            if (!(member instanceof Layout.Leaf leaf) || !block.set(leaf.index(), code(parser, leaf, line, block))) {
                return false;
            }
            any = true;
        }
        return any || block.set(inner.empty.index(), values.there(inner.empty));
    }

    /** A record within the record. */
    private static final class Inner {
        final long bit;
        final Layout.Leaf empty;
        final Map<String, Object> members = new HashMap<>();
        final FieldOrder order;

        Inner(Layout.Group group, int number) {
            this.bit = 1L << number;
            this.empty = group.empty();
            group.leaves().forEach(leaf -> members.put(leaf.path().get(1), leaf));
            this.order = new FieldOrder(members.size());
        }
    }

    /** Finds members by name; at once where they come in the order of the record before. */
    private static final class FieldOrder {
        private final String[] names;
        private final @Nullable Object[] found;
        private int at;

        FieldOrder(int size) {
            names = new String[size];
            found = new Object[size];
        }

        void restart() {
            at = 0;
        }

        @SuppressWarnings("ReferenceEquality") // A parser gives the same text for the same name; if not, the map tells
        @Nullable
        Object next(String name, Map<String, Object> members) {
            int place = at++;
            if (place >= names.length) {
                return members.get(name);
            }
            if (names[place] != name) {
                names[place] = name;
                found[place] = members.get(name);
            }
            return found[place];
        }
    }

    /** The code of a value; 0 if it is left to others. */
    private int code(JsonParser parser, Layout.Leaf leaf, ChunkLine line, RowBlock block) throws IOException {
        return switch (leaf.form()) {
            case TEXT -> text(parser, leaf, line, block);
            case BARE -> values.bare(parser, leaf);
            case JSON -> lists.code(parser, leaf, line, block);
        };
    }

    private int text(JsonParser parser, Layout.Leaf leaf, ChunkLine line, RowBlock block) throws IOException {
        int code = values.text(parser, leaf);
        FieldDef field = leaf.field();
        if (code != 0
                && field != null
                && field.type() instanceof FactType.Ref ref
                && ref.kind() != Kind.COUNTRY
                && !values.isSettled(leaf, code)) {
            Place place = line.place(parser, kind, leaf.path());
            String id = table.dictionary(leaf.index()).text(code);
            block.notes.add(new RowBlock.Note(block.rows(), leaf.index(), ref.kind(), id, place));
        }
        return code;
    }
}
