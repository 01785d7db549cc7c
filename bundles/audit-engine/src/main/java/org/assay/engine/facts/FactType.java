package org.assay.engine.facts;

import java.util.List;

/**
 * The type of a fact. Values are {@link Boolean}, {@link Long}, {@link String} (text, enum, id and reference),
 * {@link java.time.LocalDate} (with {@link Days#NEVER} for "never"), {@link Fraction}, {@link FactRecord} and {@link List}.
 */
public sealed interface FactType {

    /** {@code bool}. */
    record Bool() implements FactType {}

    /** {@code int}: a whole number below 2^53. */
    record Int() implements FactType {}

    /** {@code text}: at most 4,000 characters, in Unicode form NFC. */
    record Text() implements FactType {}

    /** {@code id}: {@code [A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}}. */
    record Id() implements FactType {}

    /**
     * {@code date} or {@code event}: a civil date.
     *
     * @param event whether absence means that it has not happened, which lies after every day
     */
    record Date(boolean event) implements FactType {}

    /** {@code share}: an exact fraction, written {@code "7/20"}, {@code "0.35"} or {@code "35%"}. */
    record Share() implements FactType {}

    /**
     * {@code enum[a, b]}.
     *
     * @param values the words allowed, in the order of their declaration
     */
    record OneOf(List<String> values) implements FactType {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * {@code ref[kind]}: the id of another record of the document. A country need not be listed.
     *
     * @param kind the kind referred to
     */
    record Ref(Kind kind) implements FactType {}

    /**
     * {@code list[T]}: complete where it is there; {@code []} is a known "none".
     *
     * @param element the type of each element
     * @param ordered whether the order of its elements says something; if not, it is read as a set
     */
    record ListOf(FactType element, boolean ordered) implements FactType {
        /** A set. */
        public ListOf(FactType element) {
            this(element, false);
        }
    }

    /**
     * A record with named fields.
     *
     * @param type its fields
     */
    record Nested(RecordType type) implements FactType {}
}
