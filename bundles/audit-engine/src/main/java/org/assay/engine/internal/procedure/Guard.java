package org.assay.engine.internal.procedure;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.lang.Compiled;

/**
 * What the guards of a move or of an opening come to: all of them must hold.
 *
 * @param truth whether they do
 * @param missing the facts for want of which that is not known
 * @param failed which of them does not hold, from 0; -1 where none is known not to
 * @param error what broke in one of them, where the others hold; empty where nothing did
 */
record Guard(Truth truth, SortedSet<String> missing, int failed, String error) {
    /** Where nothing is asked. */
    static Guard none() {
        return new Guard(Truth.TRUE, new TreeSet<>(), -1, "");
    }

    /** Asks guards in their order, until one does not hold. */
    static Guard of(List<Compiled> guards, Function<Compiled, Compiled.Result> asking) {
        SortedSet<String> missing = new TreeSet<>();
        boolean unknown = false;
        String error = "";
        for (int i = 0; i < guards.size(); i++) {
            Compiled.Result result = asking.apply(guards.get(i));
            if (result.truth() == Truth.FALSE) {
                return new Guard(Truth.FALSE, new TreeSet<>(), i, "");
            }
            unknown |= result.truth() == Truth.UNKNOWN;
            missing.addAll(result.missing());
            error = error.isEmpty() ? result.error() : error;
        }
        Truth truth = unknown ? Truth.UNKNOWN : error.isEmpty() ? Truth.TRUE : Truth.ERROR;
        return new Guard(truth, missing, -1, error);
    }
}
