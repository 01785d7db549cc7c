package org.assay.core;

import java.util.Optional;

/**
 * A value of a filter that no verdict of an audit has: the empty list would read as "in order".
 *
 * @param parameter {@code requirement}, {@code kind} or {@code subject}
 * @param value as it was asked for
 * @param near the word that was probably meant
 */
public record StrangeFilter(String parameter, String value, Optional<String> near) {}
