package org.assay.core;

import java.util.Optional;

/**
 * A value of a filter that nothing can have: the empty list would read as "in order".
 *
 * @param parameter {@code regime}, {@code requirement}, {@code procedure}, {@code kind} or {@code subject}
 * @param value as it was asked for
 * @param near the word that was probably meant
 */
public record StrangeFilter(String parameter, String value, Optional<String> near) {}
