package org.assay.engine.eval;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says that facts are missing, where no clause has words for it. */
final class Undecided {
    private static final int MAX_NAMED = 50;
    private static final String ENGLISH = "en";

    private static final Map<String, String> MISSING = Map.of(
            ENGLISH,
            "cannot be decided: missing ",
            "de",
            "nicht zu entscheiden: es fehlt ",
            "fr",
            "indécidable : il manque ");
    private static final Map<String, String> MORE =
            Map.of(ENGLISH, " and %d more", "de", " und %d weitere", "fr", " et %d autres");

    private Undecided() {}

    /** The reason, with the first paths of what is missing. */
    static String because(Collection<String> paths, String language) {
        String named = paths.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        String more = paths.size() > MAX_NAMED ? String.format(in(MORE, language), paths.size() - MAX_NAMED) : "";
        return in(MISSING, language) + named + more;
    }

    private static String in(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, String.valueOf(texts.get(ENGLISH)));
    }
}
