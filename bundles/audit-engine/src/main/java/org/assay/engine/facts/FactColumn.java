package org.assay.engine.facts;

import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of all records of a kind, as numbers: equal values have equal codes, different values different ones. Codes are
 * dense and mean nothing else; another column of the same fact may number its values otherwise. Immutable and thread-safe.
 */
public interface FactColumn {
    /** The code of a fact that is missing. */
    int MISSING = 0;

    /** How many records there are. */
    int rows();

    /** The code of a record's fact, from 0 to below {@link #distinct()}. */
    int code(int row);

    /** How many codes there are, that of missing facts included whether or not any is missing. */
    int distinct();

    /**
     * The value of a code, as {@link FactRecord#values} has it; null for {@link #MISSING}. Made anew by some columns each
     * time, so a caller asks once for each code.
     */
    @Nullable
    Object value(int code);

    /**
     * Goes through the records, in their order, whose fact is one of some.
     *
     * @param wanted whether a value is one; asked once for each value that there is
     * @param missing whether records are gone through of which the fact is missing
     */
    default void rows(Predicate<Object> wanted, boolean missing, IntConsumer each) {
        boolean[] hit = new boolean[distinct()];
        hit[MISSING] = missing;
        boolean some = missing;
        for (int code = MISSING + 1; code < hit.length; code++) {
            Object value = value(code);
            hit[code] = value != null && wanted.test(value);
            some |= hit[code];
        }
        for (int row = 0; some && row < rows(); row++) {
            if (hit[code(row)]) {
                each.accept(row);
            }
        }
    }

    /**
     * The codes of neighbouring records.
     *
     * @param from the first record
     * @param into filled from its beginning to its end
     */
    default void codes(int from, int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = code(from + i);
        }
    }
}
