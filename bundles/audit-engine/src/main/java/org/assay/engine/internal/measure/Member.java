package org.assay.engine.internal.measure;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.jspecify.annotations.Nullable;

/**
 * Components as a measure sees them, which has no reason to tell them apart but by weight and site.
 *
 * @param crowd the components
 * @param certain whether they surely belong to the whole
 * @param match for a condition: its truth
 * @param value for min and max their value, for shares by key their key; null where it is missing
 * @param missing the facts that leave it open
 */
record Member(Crowd crowd, boolean certain, Truth match, @Nullable Object value, SortedSet<String> missing) {
    static Member of(CompiledMeasure measure, Crowd crowd, Compiled.Result of, Compiled.Result argument) {
        if (of.truth() == Truth.ERROR || argument.truth() == Truth.ERROR) {
            throw new IllegalStateException("measure " + measure.name() + ", component/" + crowd.example() + ": "
                    + of.error() + argument.error());
        }
        SortedSet<String> missing = of.missing();
        if (!argument.missing().isEmpty()) {
            missing = new TreeSet<>(of.missing());
            missing.addAll(argument.missing());
        }
        return new Member(crowd, of.truth() == Truth.TRUE, argument.truth(), argument.value(), missing);
    }

    /** The same, where it is open whether they belong to this group. */
    Member doubted(Collection<String> why) {
        SortedSet<String> all = new TreeSet<>(missing);
        all.addAll(why);
        return new Member(crowd, false, match, value, all);
    }

    /** The same under another condition. */
    Member matching(Truth truth) {
        return new Member(crowd, certain, truth, value, missing);
    }

    /** How many components. */
    int size() {
        return crowd.size();
    }

    /** The id of the component, where each is a member of its own. */
    String component() {
        if (crowd.size() != 1) {
            throw new IllegalStateException(crowd.size() + " components are one member, so none of them can be named");
        }
        return crowd.example();
    }

    /** For shares by key: their key, as text; empty where that is missing. */
    Optional<String> key() {
        return Optional.ofNullable(value).map(Template::print);
    }

    boolean mayMatch() {
        return match != Truth.FALSE;
    }

    boolean surelyMatches() {
        return certain && match == Truth.TRUE;
    }

    /** What they weigh. */
    Crowd.Load load(String by) {
        return by.equals("count") ? Crowd.Load.counted(crowd.size()) : crowd.load(by);
    }
}
