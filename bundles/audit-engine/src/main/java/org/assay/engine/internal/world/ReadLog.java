package org.assay.engine.internal.world;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What one evaluation learnt about its subject, in the order of learning. Not thread-safe. */
public final class ReadLog {
    /** A subject that is compared with more records than these is better told by which one it is. */
    private static final int MAX_COMPARED = 16;

    private final Set<ReadKey> keys = new LinkedHashSet<>();
    private int muted;
    private int compared;

    /** Notes one thing. */
    void note(ReadKey key) {
        if (muted > 0 || !keys.add(key)) {
            return;
        }
        if (key instanceof ReadKey.Is && ++compared > MAX_COMPARED) {
            keys.add(ReadKey.WHOLE);
        }
    }

    /** Notes a result as a whole, and not what it is made from. */
    Object derived(ReadKey key, Supplier<Object> result) {
        note(key);
        muted++;
        try {
            return result.get();
        } finally {
            muted--;
        }
    }

    /** All that was noted. */
    public Set<ReadKey> keys() {
        return keys;
    }
}
