package org.assay.engine.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record type.
 *
 * @param name the name in documents and in rules
 * @param type its type
 * @param required whether a record without it is refused
 * @param doc what it means, may be empty
 * @param ask whom to ask what when it is missing; null where the generic question serves
 * @param unhappened for a date: when absence means "has not happened"; null where the type alone says it (never for a date,
 *     always for an event). {@link FactRecord#isUnhappened} answers for a record
 * @param format what a text (or each text of a list) must look like
 */
public record FieldDef(
        String name,
        FactType type,
        boolean required,
        String doc,
        @Nullable Ask ask,
        @Nullable Unhappened unhappened,
        TextFormat format) {

    /** A field of any format. */
    public FieldDef(
            String name,
            FactType type,
            boolean required,
            String doc,
            @Nullable Ask ask,
            @Nullable Unhappened unhappened) {
        this(name, type, required, doc, ask, unhappened, TextFormat.PLAIN);
    }

    /**
     * Absence of a date means "has not happened" while another field has (or has not) one of some values.
     *
     * @param field the other field
     * @param values its values
     * @param negated true if absence means so for every value but these, absence of the other field included
     */
    public record Unhappened(String field, List<String> values, boolean negated) {
        public Unhappened {
            values = List.copyOf(values);
        }
    }
}
