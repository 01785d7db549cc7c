package org.assay.engine.pack;

import org.assay.engine.facts.Ask;
import org.assay.engine.facts.DeclaredFact;
import org.assay.engine.facts.FactType;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a pack adds to the core model.
 *
 * @param on {@code operator}, {@code network}, {@code component}, … or {@code evidence.<kind>}
 * @param name its name
 * @param type its type
 * @param ask whom to ask what when it is missing; null for a generic question
 * @param at where it stands in the file
 */
public record FactDecl(String on, String name, FactType type, @Nullable Ask ask, Position at) implements DeclaredFact {}
