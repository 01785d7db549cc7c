package org.assay.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of texts by language that keep the order in which the languages were written. */
final class Texts {
    private Texts() {}

    static <V> Map<String, V> copy(Map<String, V> texts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
