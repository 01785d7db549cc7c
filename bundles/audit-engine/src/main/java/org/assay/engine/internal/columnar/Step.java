package org.assay.engine.internal.columnar;

import org.assay.engine.internal.world.ReadKey;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a subject at one step of a tree: its code in a column, or whether it is one certain subject. Immutable.
 *
 * @param key what is asked
 * @param column where the answer stands; null for the question whether it is a certain one
 * @param only that one's number; below 0 if there is none
 */
record Step(ReadKey key, @Nullable Column column, int only) {

    int code(int subject) {
        return column != null ? column.code(subject) : subject == only ? 1 : 0;
    }
}
