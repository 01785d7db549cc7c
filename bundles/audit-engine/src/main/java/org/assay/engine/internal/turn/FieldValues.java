package org.assay.engine.internal.turn;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;

/**
 * The dates and whole numbers that the facts of a snapshot have, by the last name of the field, whatever record it is of.
 * What a pack declared is a text in a snapshot; a text that looks like a date is taken for one. Used by one thread.
 */
final class FieldValues {
    private static final int DATE_LENGTH = 10;
    static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    static final LocalDate LAST = LocalDate.of(3000, 1, 1);
    private static final String FACTS = "facts";

    private final Map<String, SortedSet<LocalDate>> dates = new HashMap<>();
    private final Map<String, SortedSet<Long>> numbers = new HashMap<>();

    FieldValues(NetworkFacts facts) {
        for (Kind kind : Kind.values()) {
            if (kind == Kind.COMPONENT || kind == Kind.SITE) {
                columns(facts.table(kind), facts.all(kind).isEmpty());
            } else {
                facts.all(kind).values().forEach(this::record);
            }
        }
    }

    SortedSet<LocalDate> dates(String field) {
        return dates.getOrDefault(field, Collections.emptySortedSet());
    }

    SortedSet<Long> numbers(String field) {
        return numbers.getOrDefault(field, Collections.emptySortedSet());
    }

    /** Takes a value that stands elsewhere under a name. */
    void put(String field, Object value) {
        if (value instanceof LocalDate day) {
            if (day.isAfter(FIRST) && day.isBefore(LAST)) {
                dates.computeIfAbsent(field, f -> new TreeSet<>()).add(day);
            }
        } else if (value instanceof Long number) {
            numbers.computeIfAbsent(field, f -> new TreeSet<>()).add(number);
        } else if (value instanceof String text) {
            text(field, text);
        } else if (value instanceof FactRecord record) {
            record(record);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> put(field, element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> put(String.valueOf(name), inner));
        }
    }

    private void text(String field, String text) {
        boolean shaped = text.length() == DATE_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (shaped) {
            try {
                put(field, LocalDate.parse(text));
            } catch (DateTimeParseException noDay) {
                // A text that only looks like one
                return;
            }
        }
    }

    private void record(FactRecord record) {
        record.values().forEach(this::put);
        record.regimeFacts().forEach(this::put);
    }

    /** There may be a million of them, with few distinct values. */
    private void columns(FactTable table, boolean none) {
        if (!none) {
            columns(table, table.record(0).type(), "");
            values(table.column(FACTS), FACTS);
        }
    }

    private void columns(FactTable table, RecordType type, String prefix) {
        for (FieldDef field : type.fields().values()) {
            FactType of = field.type();
            if (of instanceof FactType.Nested nested) {
                columns(table, nested.type(), prefix + field.name() + ".");
            } else if (of instanceof FactType.Date
                    || of instanceof FactType.Int
                    || of instanceof FactType.ListOf list && list.element() instanceof FactType.Nested) {
                values(table.column(prefix + field.name()), field.name());
            }
        }
    }

    private void values(FactColumn column, String name) {
        for (int code = 1; code < column.distinct(); code++) {
            Object value = column.value(code);
            if (value != null) {
                put(name, value);
            }
        }
    }
}
