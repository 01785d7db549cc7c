package org.assay.engine.internal.columnar;

/**
 * What is read together, as one code for each subject.
 *
 * @param codes the code of each subject
 * @param first a subject for each code
 */
record Group(char[] codes, int[] first) {

    int size() {
        return first.length;
    }

    /** No two groups are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
