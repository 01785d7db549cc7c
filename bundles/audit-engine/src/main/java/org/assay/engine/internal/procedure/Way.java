package org.assay.engine.internal.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A way on which clocks have led a case so far, from one look at it to the next. Immutable.
 *
 * @param course where it is
 * @param key what tells the course from others
 * @param before where it was before; null at the begin
 * @param open whether it was not known that it would go on so from there
 */
record Way(Course course, Object key, @Nullable Way before, boolean open) {
    static Way begin(Course course) {
        return new Way(course, course.key(), null, false);
    }

    /** It may go on so, or not. */
    Way maybe(Course next) {
        return new Way(next, next.key(), this, true);
    }

    /** It goes on so. */
    Way on(Course next) {
        return new Way(next, next.key(), this, false);
    }

    /**
     * Whether it is back, on the same day, where it has been, by a step that it may not have taken: where conditions that exclude
     * each other are both unknown, clocks lead to and fro. The way that did not take the step tells the same.
     */
    boolean comesBack() {
        boolean doubtful = false;
        for (Way way = this; way.before != null; way = way.before) {
            doubtful |= way.open;
            if (way.before.key.equals(key)) {
                return doubtful;
            }
        }
        return false;
    }
}
