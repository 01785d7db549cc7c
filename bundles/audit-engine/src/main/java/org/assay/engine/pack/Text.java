package org.assay.engine.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text for people, in one language or several.
 *
 * @param byLanguage by language tag; a text without a tag is under {@code en}
 * @param at where it stands in the file
 */
public record Text(Map<String, String> byLanguage, Position at) {
    public Text {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The text in a language; else in English; else in whichever there is; empty where there is none. */
    public String in(String language) {
        String text = byLanguage.get(language);
        if (text == null) {
            text = byLanguage.get("en");
        }
        return text != null ? text : byLanguage.values().stream().findFirst().orElse("");
    }

    /** Whether there is no text at all. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
