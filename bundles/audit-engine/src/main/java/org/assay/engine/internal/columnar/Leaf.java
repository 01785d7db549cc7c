package org.assay.engine.internal.columnar;

import java.util.Set;

/**
 * What an atom comes to by what it reads.
 *
 * @param columns what it reads
 * @param shared whether that tells it; if not, it is told subject by subject
 * @param codes the code of each subject
 * @param first a subject for each code
 * @param marks by code; {@link Lookup#NONE} where nobody ever asked
 */
record Leaf(Set<Column> columns, boolean shared, char[] codes, int[] first, byte[] marks) {

    byte mark(int subject) {
        return marks[codes[subject]];
    }
}
