package org.assay.rest.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.core.Finding.FactUsed;

/** Says a fact in words: {@code component/amf-1/firstUse} is the first use of component amf-1. */
final class FactWords {
    private static final String EVIDENCE = "evidence:";
    private static final String REFERENCE = "reference:";
    private static final String FACTS = "facts.";
    private static final String ABSENT = "not there";

    private FactWords() {}

    /** A fact and its value, or that it is not there. */
    static String of(FactUsed fact) {
        return place(fact.path()) + " is " + value(fact);
    }

    /** Its value, or that it is not there. */
    static String value(FactUsed fact) {
        String value = FindingJson.Fact.of(List.of(fact)).get(0).value();
        return value == null ? ABSENT : value;
    }

    /** What a path names. */
    static String place(String path) {
        if (path.startsWith(REFERENCE)) {
            return "table " + path.substring(REFERENCE.length());
        }
        String[] parts = path.split("/", 3);
        if (parts.length < 2) {
            return path;
        }
        String record = parts[0] + " " + parts[1];
        return parts.length < 3 ? record : field(parts[2]) + " of " + record;
    }

    /** What a field is called. */
    static String field(String path) {
        if (path.startsWith(EVIDENCE)) {
            return "evidence (" + path.substring(EVIDENCE.length()) + ")";
        }
        String named = path.startsWith(FACTS) ? path.substring(FACTS.length()) : path;
        List<String> words = new ArrayList<>();
        for (String step : named.split("\\.")) {
            boolean number = !step.isEmpty() && step.chars().allMatch(Character::isDigit) && step.length() < 7;
            words.add(number ? Integer.toString(Integer.parseInt(step) + 1) : spaced(step));
        }
        return String.join(" ", words);
    }

    /** {@code firstUse} as "first use"; a run of capitals stays one word. */
    private static String spaced(String name) {
        String apart = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        StringBuilder words = new StringBuilder();
        for (String word : apart.split(" ")) {
            boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            words.append(words.length() == 0 ? "" : " ").append(capitals ? word : word.toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
