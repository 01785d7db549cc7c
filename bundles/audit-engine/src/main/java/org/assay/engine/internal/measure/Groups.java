package org.assay.engine.internal.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The groups of measures by name, each computed once by whoever asks first. Thread-safe. */
public final class Groups {
    private final Map<String, Map<List<String>, GroupView>> computed = new HashMap<>();

    synchronized Map<List<String>, GroupView> get(
            String measure, Function<String, Map<List<String>, GroupView>> computation) {
        Map<List<String>, GroupView> known = computed.get(measure);
        if (known == null) {
            known = computation.apply(measure);
            computed.put(measure, known);
        }
        return known;
    }
}
