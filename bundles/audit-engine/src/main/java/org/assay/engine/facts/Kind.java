package org.assay.engine.facts;

import java.util.Locale;

/** The kinds of record that a network document holds, with the name of their section in it. */
public enum Kind {
    NETWORK("network"),
    OPERATOR("operator"),
    COUNTRY("countries"),
    SUPPLIER("suppliers"),
    SITE("sites"),
    COMPONENT("components"),
    EVIDENCE("evidence"),
    CONTRACT("contracts"),
    ORDER("orders"),
    DEPENDANT("dependants"),
    PARTNER("partners"),
    REPLACEMENT("replacements");

    private final String section;
    private final String word = name().toLowerCase(Locale.ROOT);

    Kind(String section) {
        this.section = section;
    }

    /** The word used in rules, references and subjects, such as {@code component}. */
    public String word() {
        return word;
    }

    /** The name of the section in a network document, such as {@code components}. */
    public String section() {
        return section;
    }

    /** Whether a document holds exactly one record of this kind. */
    public boolean single() {
        return this == NETWORK || this == OPERATOR;
    }

    /** The field that identifies a record of this kind. */
    public String idField() {
        return this == COUNTRY ? "code" : "id";
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of record is called '" + word + "'");
    }
}
