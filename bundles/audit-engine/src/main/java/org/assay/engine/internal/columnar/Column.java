package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.engine.internal.world.ReadKey;

/**
 * The values of one key for all subjects of a kind as codes. Immutable and thread-safe.
 *
 * @param number its place among the columns of its kind
 * @param key what it holds
 * @param codes a code for each subject
 * @param values the values by code
 */
record Column(int number, ReadKey key, Codes codes, List<Object> values) {

    int code(int subject) {
        return codes.get(subject);
    }

    int distinct() {
        return values.size();
    }

    /** No two columns are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
