package org.assay.engine.internal.world;

import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Missing facts as CEL carries them through an expression. CEL merges the value it is given by changing it, so every
 * use needs a new one.
 */
public final class Unknown {
    private Unknown() {}

    /** A value that is unknown because one fact is missing. */
    public static Object of(String path) {
        return of(List.of(path));
    }

    /** A value that is unknown because facts are missing. */
    public static Object of(Collection<String> paths) {
        List<CelAttribute> attributes = paths.stream()
                .map(path -> CelAttribute.create("fact").qualify(CelAttribute.Qualifier.ofString(path)))
                .toList();
        return AccumulatedUnknowns.create(List.of(), attributes);
    }

    /** The paths of the missing facts, if a result is unknown. */
    public static Optional<SortedSet<String>> paths(Object result) {
        if (result instanceof CelUnknownSet unknown) {
            return Optional.of(read(unknown.attributes()));
        }
        if (result instanceof AccumulatedUnknowns unknown) {
            return Optional.of(read(unknown.attributes()));
        }
        return Optional.empty();
    }

    private static SortedSet<String> read(Collection<CelAttribute> attributes) {
        SortedSet<String> paths = new TreeSet<>();
        for (CelAttribute attribute : attributes) {
            paths.add(attribute.qualifiers().get(attribute.qualifiers().size() - 1).asString());
        }
        return paths;
    }
}
