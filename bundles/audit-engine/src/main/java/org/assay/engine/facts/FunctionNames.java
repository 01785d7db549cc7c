package org.assay.engine.facts;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The vocabulary of network functions: what each is called, and the other names for it. Case, hyphens, underscores and
 * spaces do not matter. Immutable, safe for use by many threads.
 */
public final class FunctionNames {
    /** How a name begins that says on purpose that it is none of the known functions. */
    public static final String OTHER = "other:";

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> plain = new HashMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    /**
     * A vocabulary.
     *
     * @param synonyms by name, the other names for the same
     * @throws IllegalStateException if two functions share a name
     */
    FunctionNames(Map<String, List<String>> synonyms) {
        synonyms.forEach((name, others) -> {
            names.add(name);
            exact.put(name, name);
            add(name, name);
            others.forEach(other -> add(other, name));
        });
    }

    private void add(String written, String name) {
        String other = plain.put(plain(written), name);
        if (other != null) {
            throw new IllegalStateException("'" + written + "' is called both " + other + " and " + name);
        }
    }

    /** The vocabulary of the core model. */
    public static FunctionNames core() {
        return Holder.CORE;
    }

    /** The spelling in which two names are compared. */
    public static String plain(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** The one name of a function, or a name that begins with {@link #OTHER}; empty if nobody knows it. */
    public Optional<String> canonical(String written) {
        String known = exact.get(written);
        if (known != null) {
            return Optional.of(known);
        }
        if (isOther(written)) {
            return Optional.of(OTHER + written.substring(OTHER.length()).strip());
        }
        return Optional.ofNullable(plain.get(plain(written)));
    }

    private static boolean isOther(String written) {
        return written.regionMatches(true, 0, OTHER, 0, OTHER.length())
                && !written.substring(OTHER.length()).isBlank();
    }

    /** The known name that was probably meant: one that is part of what was written, or near to it. */
    public Optional<String> nearest(String written) {
        return Arrays.stream(written.split("[\\s_/-]+", 10))
                .map(part -> plain.get(plain(part)))
                .filter(name -> name != null)
                .findFirst()
                .or(() -> Nearest.of(written, names));
    }

    /** The names, sorted. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /** Read once, when first asked for. */
    private static final class Holder {
        static final FunctionNames CORE = FactModelReader.readFunctions();
    }
}
