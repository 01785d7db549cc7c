package org.assay.engine.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.FactRecord;

/**
 * Whom records of evidence name as their holder. It may be somebody of whom the document has nothing, so it is no reference that
 * has to lead somewhere; but a slip in it hides the record from every rule on its holder. For one thread.
 */
final class Holders {
    private final Map<String, Named> named = new LinkedHashMap<>();

    /** Where a holder is named first, and how often. */
    private record Named(Place first, int count) {
        Named and(Named other) {
            return new Named(first, count + other.count);
        }
    }

    /** Notes the holder of a record of evidence. */
    void note(FactRecord record, Node.Fields node) {
        record.text("holder").ifPresent(holder -> {
            Place place = node.fields().getOrDefault("holder", node).place();
            named.merge(holder, new Named(place, 1), Named::and);
        });
    }

    /** Tells each of whom the document has nothing, once. */
    void report(Set<String> known, Warnings warnings) {
        named.forEach((holder, where) -> {
            if (!known.contains(holder)) {
                warnings.strangeHolder(holder, where.count(), where.first(), known);
            }
        });
    }
}
