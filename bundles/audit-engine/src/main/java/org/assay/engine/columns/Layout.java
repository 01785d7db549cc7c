package org.assay.engine.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.engine.facts.FactPath;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Which columns the records of a type have: one for each field, where a field holds a record one for each of its fields
 * and one that says "there, but empty", and one for all that packs declare. Members stand in the order of canonical JSON.
 * Immutable.
 */
public final class Layout {
    private final RecordType type;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Leaf> byPath = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** What a value is within canonical JSON. */
    public enum Form {
        /** A text, kept without its quotation marks. */
        TEXT,
        /** A whole number, true or false. */
        BARE,
        /** A list or an object. */
        JSON
    }

    /**
     * A column.
     *
     * @param index its number
     * @param path where its value lies in a record
     * @param field the field; null for what packs declare and for "there, but empty"
     */
    public record Leaf(int index, List<String> path, @Nullable FieldDef field, Form form) {
        String name() {
            return path.get(path.size() - 1);
        }
    }

    /** A member of the record's JSON object. */
    sealed interface Member {}

    /** A member that is one column. */
    record Single(Leaf leaf) implements Member {}

    /**
     * A member that is a record with columns of its own.
     *
     * @param empty its value says that the record is there, with nothing in it
     */
    public record Group(String name, RecordType type, List<Leaf> leaves, Leaf empty) implements Member {}

    public Layout(RecordType type) {
        this.type = type;
        TreeSet<String> names = new TreeSet<>(type.fields().keySet());
        names.add(FactPath.FACTS);
        for (String name : names) {
            FieldDef field = type.fields().get(name);
            if (field != null && field.type() instanceof FactType.Nested nested) {
                group(name, nested.type());
            } else {
                members.add(new Single(leaf(List.of(name), field)));
            }
        }
    }

    private void group(String name, RecordType inner) {
        List<Leaf> own = new ArrayList<>();
        for (String field : new TreeSet<>(inner.fields().keySet())) {
            own.add(leaf(List.of(name, field), inner.fields().get(field)));
        }
        Leaf empty = new Leaf(leaves.size(), List.of(name, ""), null, Form.BARE);
        leaves.add(empty);
        Group group = new Group(name, inner, List.copyOf(own), empty);
        members.add(group);
        groups.put(name, group);
    }

    private Leaf leaf(List<String> path, @Nullable FieldDef field) {
        Leaf leaf = new Leaf(leaves.size(), path, field, form(field));
        leaves.add(leaf);
        byPath.put(String.join(".", path), leaf);
        return leaf;
    }

    private static Form form(@Nullable FieldDef field) {
        FactType some = field == null ? null : field.type();
        if (some == null || some instanceof FactType.ListOf || some instanceof FactType.Nested) {
            return Form.JSON;
        }
        return some instanceof FactType.Int || some instanceof FactType.Bool ? Form.BARE : Form.TEXT;
    }

    /** The type of the records. */
    public RecordType type() {
        return type;
    }

    /** All columns, by number. */
    public List<Leaf> leaves() {
        return leaves;
    }

    List<Member> members() {
        return members;
    }

    /** The column of a path, if it is one. */
    public @Nullable Leaf leaf(String path) {
        return byPath.get(path);
    }

    /** The columns of a field that holds a record, if it is one. */
    public @Nullable Group group(String name) {
        return groups.get(name);
    }
}
