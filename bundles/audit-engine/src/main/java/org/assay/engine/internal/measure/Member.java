package org.assay.engine.internal.measure;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.jspecify.annotations.Nullable;

/**
 * A component as a measure sees it.
 *
 * @param source gives the component
 * @param certain whether it surely belongs to the whole
 * @param match for a condition: its truth
 * @param value for min and max its value, for shares by key its key; null where it is missing
 * @param missing the facts that leave it open
 */
record Member(
        Supplier<FactView> source, boolean certain, Truth match, @Nullable Object value, SortedSet<String> missing) {
    /** Of a measure without a condition everything is a member. */
    static final Compiled.Result CERTAIN = new Compiled.Result(true, new TreeSet<>(), "");

    static Member of(
            CompiledMeasure measure, Supplier<FactView> component, Compiled.Result of, Compiled.Result argument) {
        if (of.truth() == Truth.ERROR || argument.truth() == Truth.ERROR) {
            throw new IllegalStateException("measure " + measure.name() + ", "
                    + component.get().subject() + ": " + of.error() + argument.error());
        }
        SortedSet<String> missing = of.missing();
        if (!argument.missing().isEmpty()) {
            missing = new TreeSet<>(of.missing());
            missing.addAll(argument.missing());
        }
        return new Member(component, of.truth() == Truth.TRUE, argument.truth(), argument.value(), missing);
    }

    /** The same, where it is open whether it belongs to this group. */
    Member doubted(Collection<String> why) {
        SortedSet<String> all = new TreeSet<>(missing);
        all.addAll(why);
        return new Member(source, false, match, value, all);
    }

    FactView component() {
        return source.get();
    }

    /** The same under another condition. */
    Member matching(Truth truth) {
        return new Member(source, certain, truth, value, missing);
    }

    /** For shares by key: its key, as text; empty where that is missing. */
    Optional<String> key() {
        return Optional.ofNullable(value).map(Template::print);
    }

    boolean mayMatch() {
        return match != Truth.FALSE;
    }

    boolean surelyMatches() {
        return certain && match == Truth.TRUE;
    }

    /** Its weight; empty where that is missing. */
    Optional<BigInteger> weight(String by) {
        if (by.equals("count")) {
            return Optional.of(BigInteger.ONE);
        }
        return component()
                .facts()
                .flatMap(facts -> facts.nested("load"))
                .flatMap(load -> load.get(by))
                .map(weight -> BigInteger.valueOf((Long) weight));
    }

    /** The path of its weight. */
    String weightPath(String by) {
        return component().subject() + "/load." + by;
    }

    /** The site it stands at; empty where that is missing. */
    Optional<String> site() {
        return component().facts().flatMap((FactRecord facts) -> facts.text("site"));
    }
}
