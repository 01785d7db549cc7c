package org.assay.engine.internal.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.jspecify.annotations.Nullable;

/**
 * What an expression came to and what it read, the subject's own paths beginning with {@link FactView#SELF}. Holds no record.
 *
 * @param value a truth, a day, or a text; null where it is not known
 * @param missing the paths of missing facts where it is unknown
 * @param broken whether it is an error
 * @param facts what it read, as a person reads it
 */
record Told(@Nullable Object value, Set<String> missing, boolean broken, List<Fact> facts) {
    /** A fact as it was read. */
    record Fact(String path, String value) {}

    static Told of(Compiled.Result result, @Nullable Object value, Map<String, Object> read) {
        List<Fact> facts = new ArrayList<>(read.size());
        read.forEach((path, fact) -> facts.add(new Fact(path, Template.print(fact))));
        return new Told(value, result.missing(), !result.error().isEmpty(), facts);
    }

    /** The same about one subject. */
    Compiled.Result about(String subject) {
        SortedSet<String> paths = new TreeSet<>();
        missing.forEach(path -> paths.add(FactView.place(path, subject)));
        return new Compiled.Result(value, paths, broken ? "broken" : "");
    }
}
