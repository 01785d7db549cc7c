package org.assay.core.internal.pack;

import java.util.Arrays;
import java.util.Comparator;

/** The order of pack versions: three numbers, compared one after the other. */
final class Versions {
    /** Lower versions first. */
    static final Comparator<String> ORDER = (one, other) -> Arrays.compare(numbers(one), numbers(other));

    private Versions() {}

    private static long[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToLong(Long::parseLong).toArray();
    }
}
