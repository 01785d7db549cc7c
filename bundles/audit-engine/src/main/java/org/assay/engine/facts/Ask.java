package org.assay.engine.facts;

/**
 * Whom to ask for a missing fact, and what.
 *
 * @param of {@code operator}, {@code supplier}, {@code authority} or another party's name
 * @param question the question, in words that the party understands
 * @param fact what is missing, where a clause asks: a field of its subject, {@code evidence:<kind>}, {@code reference:<table>} or
 *     {@code text}; empty where the path beside it says so
 */
public record Ask(String of, String question, String fact) {
    /** A question about a fact that the path beside it names. */
    public Ask(String of, String question) {
        this(of, question, "");
    }
}
