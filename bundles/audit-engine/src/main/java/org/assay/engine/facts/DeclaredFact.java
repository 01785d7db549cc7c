package org.assay.engine.facts;

import org.jspecify.annotations.Nullable;

/** A fact that a pack adds to the core model, as the model needs to know it. */
public interface DeclaredFact {
    /** {@code operator}, {@code network}, {@code component}, … or {@code evidence.<kind>}. */
    String on();

    /** Its name. */
    String name();

    /** Its type. */
    FactType type();

    /** Whom to ask what when it is missing; null for a generic question. */
    @Nullable
    Ask ask();
}
