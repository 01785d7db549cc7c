package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation learnt about its subject, in the order of learning. A deep one also notes from which facts results were
 * made, so that what is the same tells the same story. Not thread-safe.
 */
public final class ReadLog {
    /** A subject that is compared with more records than these is better told by which one it is. */
    private static final int MAX_COMPARED = 16;

    private final Set<ReadKey> keys = new LinkedHashSet<>();
    private final boolean deep;
    private final @Nullable ReadLog whole;
    private final LocalDate day;
    private int muted;
    private int compared;

    /** One that notes what truth depends on. */
    public ReadLog() {
        this(false, null, LocalDate.MIN);
    }

    private ReadLog(boolean deep, @Nullable ReadLog whole, LocalDate day) {
        this.deep = deep;
        this.whole = whole;
        this.day = day;
    }

    /** A deep one. */
    public static ReadLog deep() {
        return new ReadLog(true, null, LocalDate.MIN);
    }

    /** What is learnt in the world of one day; it is noted here as of that day where the day matters. */
    public ReadLog on(LocalDate of) {
        return new ReadLog(deep, this, of);
    }

    boolean isDeep() {
        return deep;
    }

    /** Notes one thing. */
    void note(ReadKey key) {
        boolean passed = muted > 0 && (!deep || key instanceof ReadKey.Whole);
        if (passed) {
            return;
        }
        if (whole != null) {
            whole.note(key.isOfItsDay() ? new ReadKey.On(day, key) : key);
            return;
        }
        if (!keys.add(key)) {
            return;
        }
        if (key instanceof ReadKey.Is && ++compared > MAX_COMPARED) {
            keys.add(ReadKey.WHOLE);
        }
    }

    /** Notes a result as a whole, and not what it is made from unless it is deep: then what else is read there. */
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
