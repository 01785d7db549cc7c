package org.assay.engine.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;

/**
 * What a reader has to say about a document that it took.
 *
 * @param counts how many records of each kind there are
 * @param warnings what looks wrong but was taken, in the order of the document
 * @param warningsLeftOut how many more warnings there were
 * @param keptFacts the regimes whose facts could not be checked because no pack of theirs was at hand, with the number of
 *     records that have some; their facts are kept
 * @param notDelivered what the document did not bring, so that its absence says nothing
 */
public record IntakeReport(
        Map<Kind, Integer> counts,
        List<Fault> warnings,
        int warningsLeftOut,
        SortedMap<String, Integer> keptFacts,
        SortedSet<String> notDelivered) {
    public IntakeReport {
        counts = Collections.unmodifiableMap(counts.isEmpty() ? new EnumMap<>(Kind.class) : new EnumMap<>(counts));
        warnings = List.copyOf(warnings);
        keptFacts = Collections.unmodifiableSortedMap(new TreeMap<>(keptFacts));
        notDelivered = Collections.unmodifiableSortedSet(new TreeSet<>(notDelivered));
    }
}
