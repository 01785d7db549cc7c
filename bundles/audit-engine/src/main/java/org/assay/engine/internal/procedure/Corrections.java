package org.assay.engine.internal.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records were taken back: those with a correction that was not taken back itself. Told from the last corrections
 * backwards, so that chains of any length are told at once; corrections in a circle take nothing back.
 */
final class Corrections {
    private final Map<String, List<String>> corrects = new HashMap<>();
    private final Map<String, Integer> standing = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();

    /** A correction and what it takes back. */
    void add(String correction, List<?> about) {
        List<String> records = about.stream().map(Object::toString).distinct().toList();
        corrects.computeIfAbsent(correction, any -> new ArrayList<>()).addAll(records);
        records.forEach(record -> standing.merge(record, 1, Integer::sum));
    }

    /** Ends the list of corrections. */
    void settle() {
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

    boolean isCorrected(String id) {
        return corrected.contains(id);
    }

    Set<String> corrected() {
        return Set.copyOf(corrected);
    }
}
