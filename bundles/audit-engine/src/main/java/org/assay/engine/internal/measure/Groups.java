package org.assay.engine.internal.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The groups of measures by name, each computed once by whoever asks first; who asks for another one does not wait for it.
 * Thread-safe.
 */
public final class Groups {
    private final Map<String, Once> computed = new ConcurrentHashMap<>();

    /**
     * The groups of one measure.
     *
     * @param known by key
     * @param perhaps one that may be there besides: of those of whom a key is missing; null where there are none
     */
    record Of(Map<List<String>, GroupView> known, @Nullable GroupView perhaps) {}

    Of get(String measure, Function<String, Of> computation) {
        return computed.computeIfAbsent(measure, any -> new Once()).get(measure, computation);
    }

    /** Takes over those of some names that were computed elsewhere, and not here. */
    public void adopt(Groups from, Predicate<String> names) {
        from.computed.forEach((name, once) -> {
            if (this != from && once.isComputed() && !computed.containsKey(name) && names.test(name)) {
                computed.putIfAbsent(name, once);
            }
        });
    }

    private static final class Once {
        private @Nullable Of groups;

        synchronized boolean isComputed() {
            return groups != null;
        }

        synchronized Of get(String measure, Function<String, Of> computation) {
            Of known = groups;
            if (known == null) {
                known = computation.apply(measure);
                groups = known;
            }
            return known;
        }
    }
}
