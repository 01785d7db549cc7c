package org.assay.engine.facts;

/**
 * Whom to ask for a missing fact, and what.
 *
 * @param of {@code operator}, {@code supplier}, {@code authority} or another party's name
 * @param question the question, in words that the party understands
 */
public record Ask(String of, String question) {}
