package org.assay.engine.internal.columnar;

import org.jspecify.annotations.Nullable;

/** A number for each subject, in as little room as their greatest needs. Immutable. */
final class Codes {
    /** So many different numbers fit into the smaller form. */
    static final int FEW = 1 << Character.SIZE;

    private final char @Nullable [] few;
    private final int @Nullable [] many;

    private Codes(char @Nullable [] few, int @Nullable [] many) {
        this.few = few;
        this.many = many;
    }

    /** Those of an array, which is not to be used any more; all are below a limit. */
    static Codes of(int[] codes, int limit) {
        if (limit > FEW) {
            return new Codes(null, codes);
        }
        char[] few = new char[codes.length];
        for (int i = 0; i < few.length; i++) {
            few[i] = (char) codes[i];
        }
        return new Codes(few, null);
    }

    static Codes of(char[] codes) {
        return new Codes(codes, null);
    }

    int get(int subject) {
        char[] small = few;
        return small != null ? small[subject] : java.util.Objects.requireNonNull(many)[subject];
    }

    /** The smaller form, where it is in it. */
    char @Nullable [] few() {
        return few;
    }

    int size() {
        return few != null ? few.length : java.util.Objects.requireNonNull(many).length;
    }

    long bytes() {
        return few != null ? 2L * few.length : 4L * size();
    }
}
