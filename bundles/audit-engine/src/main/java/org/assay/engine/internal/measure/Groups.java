package org.assay.engine.internal.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The groups of measures by name, each computed once by whoever asks first; who asks for another one does not wait for it.
 * Thread-safe.
 */
public final class Groups {
    private final Map<String, Once> computed = new ConcurrentHashMap<>();

    Map<List<String>, GroupView> get(String measure, Function<String, Map<List<String>, GroupView>> computation) {
        return computed.computeIfAbsent(measure, any -> new Once()).get(measure, computation);
    }

    private static final class Once {
        private @Nullable Map<List<String>, GroupView> groups;

        synchronized Map<List<String>, GroupView> get(
                String measure, Function<String, Map<List<String>, GroupView>> computation) {
            Map<List<String>, GroupView> known = groups;
            if (known == null) {
                known = computation.apply(measure);
                groups = known;
            }
            return known;
        }
    }
}
