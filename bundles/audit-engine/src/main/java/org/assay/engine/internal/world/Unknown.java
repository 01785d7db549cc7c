package org.assay.engine.internal.world;

import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A value that is unknown because facts are missing.
 *
 * @param paths the paths of the missing facts, such as {@code component/amf-1/firstUse}, sorted
 */
public record Unknown(SortedSet<String> paths) {
    public Unknown {
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    /** Unknown for one missing fact. */
    public static Unknown of(String path) {
        return of(List.of(path));
    }

    /** Unknown for several missing facts. */
    public static Unknown of(Collection<String> paths) {
        return new Unknown(new TreeSet<>(paths));
    }

    /** The paths of missing facts, if a value is unknown. */
    public static Optional<SortedSet<String>> paths(Object value) {
        return value instanceof Unknown unknown ? Optional.of(unknown.paths()) : Optional.empty();
    }

    /**
     * A value as CEL takes it from a field or a function. CEL carries unknowns through an expression by changing the
     * object it was given, so every use gets a new one.
     */
    public static Object toCel(Object value) {
        if (!(value instanceof Unknown unknown)) {
            return value;
        }
        List<CelAttribute> attributes = unknown.paths().stream()
                .map(path -> CelAttribute.create("fact").qualify(CelAttribute.Qualifier.ofString(path)))
                .toList();
        return AccumulatedUnknowns.create(List.of(), attributes);
    }

    /** A result of CEL: the value, or unknown. */
    public static Object fromCel(Object result) {
        if (!(result instanceof CelUnknownSet unknown)) {
            return result;
        }
        SortedSet<String> paths = new TreeSet<>();
        for (CelAttribute attribute : unknown.attributes()) {
            paths.add(attribute
                    .qualifiers()
                    .get(attribute.qualifiers().size() - 1)
                    .asString());
        }
        return new Unknown(paths);
    }
}
