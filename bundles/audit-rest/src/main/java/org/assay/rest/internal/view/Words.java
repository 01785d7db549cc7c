package org.assay.rest.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.engine.facts.Days;
import org.jspecify.annotations.Nullable;

/** How simple values are written. */
final class Words {
    private Words() {}

    /** The constant's name in lower case. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The text, or nothing where it is empty. */
    static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The instant in UTC, or nothing. */
    static @Nullable String orNone(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The day, or nothing. */
    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Days.print(day);
    }

    /** The texts, or nothing where there are none. */
    static @Nullable Map<String, String> orNone(Map<String, String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    /** Counts by outcome, the gravest first; an outcome without any is left out. */
    static Map<Outcome, Long> counts(Map<Outcome, Long> counts) {
        Map<Outcome, Long> ordered = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            long count = counts.getOrDefault(outcome, 0L);
            if (count > 0) {
                ordered.put(outcome, count);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }
}
