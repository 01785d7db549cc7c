package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * Which records were taken back: those with a correction that was not taken back itself. Told from the last corrections
 * backwards, so that chains of any length are told at once; corrections in a circle take nothing back.
 */
public final class Corrections {
    private final Map<String, List<String>> corrects = new HashMap<>();
    private final Map<String, Integer> standing = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();

    /** The corrections among the evidence of a network that have come up to a day. */
    public static Corrections asOf(NetworkFacts facts, LocalDate day) {
        Corrections found = new Corrections();
        FactTable table = facts.table(Kind.EVIDENCE);
        if (table.rows() > 0) {
            table.column("kind").rows(FactModel.CORRECTION::equals, false, row -> {
                if (hasCome(table, row, day)) {
                    found.add(table.id(row), table.record(row).list("about"));
                }
            });
        }
        found.settle();
        return found;
    }

    /** Whether a record of evidence has come up to a day: issued and, where that is said, received. */
    static boolean hasCome(FactTable evidence, int row, LocalDate day) {
        return isUpTo(evidence.column("issued"), row, day) && isUpTo(evidence.column("received"), row, day);
    }

    private static boolean isUpTo(FactColumn days, int row, LocalDate day) {
        return !(days.value(days.code(row)) instanceof LocalDate some && some.isAfter(day));
    }

    /** A correction and what it takes back. */
    public void add(String correction, List<?> about) {
        List<String> records = about.stream().map(Object::toString).distinct().toList();
        corrects.computeIfAbsent(correction, any -> new ArrayList<>()).addAll(records);
        records.forEach(record -> standing.merge(record, 1, Integer::sum));
    }

    /** Ends the list of corrections. */
    public void settle() {
        Deque<String> stand = new ArrayDeque<>();
        corrects.keySet().stream().filter(id -> !standing.containsKey(id)).forEach(stand::add);
        while (!stand.isEmpty()) {
            for (String record : corrects.getOrDefault(stand.remove(), List.of())) {
                if (corrected.add(record)) {
                    release(record, stand);
                }
            }
        }
    }

    /** What a correction that was taken back had taken back stands again, where no other correction is left. */
    private void release(String correction, Deque<String> stand) {
        for (String record : corrects.getOrDefault(correction, List.of())) {
            if (standing.merge(record, -1, Integer::sum) == 0 && !corrected.contains(record)) {
                stand.add(record);
            }
        }
    }

    /** Whether a record was taken back. */
    public boolean isCorrected(String id) {
        return corrected.contains(id);
    }

    /** The records that were taken back. */
    public Set<String> corrected() {
        return Set.copyOf(corrected);
    }
}
