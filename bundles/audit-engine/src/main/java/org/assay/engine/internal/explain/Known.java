package org.assay.engine.internal.explain;

import java.util.HashMap;
import java.util.Map;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;

/** What is known of one subject, each thing found once. Not thread-safe. */
final class Known {
    private final FactView subject;
    private final Map<ReadKey, Object> values = new HashMap<>();

    Known(FactView subject) {
        this.subject = subject;
    }

    FactView subject() {
        return subject;
    }

    Object value(ReadKey key) {
        Object known = values.get(key);
        if (known == null) {
            known = key.of(subject);
            values.put(key, known);
        }
        return known;
    }
}
