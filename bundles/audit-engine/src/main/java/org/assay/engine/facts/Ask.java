package org.assay.engine.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom to ask for a missing fact, and what. Immutable.
 *
 * @param of {@code operator}, {@code supplier}, {@code authority} or another party's name
 * @param questions the question by language, in words that the party understands; one without a language is under {@code en}
 * @param fact what is missing, where a clause asks: a field of its subject, {@code evidence:<kind>}, {@code reference:<table>} or
 *     {@code text}; empty where the path beside it says so
 */
public record Ask(String of, Map<String, String> questions, String fact) {
    private static final String ENGLISH = "en";

    public Ask {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /** A question about a fact that the path beside it names. */
    public Ask(String of, String question) {
        this(of, Map.of(ENGLISH, question), "");
    }

    /** The same in several languages. */
    public Ask(String of, Map<String, String> questions) {
        this(of, questions, "");
    }

    /** The question in English. */
    public String question() {
        return question(ENGLISH);
    }

    /** The question in a language; else in English; else in whichever there is. */
    public String question(String language) {
        String asked = questions.getOrDefault(language, questions.get(ENGLISH));
        return asked != null ? asked : questions.values().stream().findFirst().orElse("");
    }
}
