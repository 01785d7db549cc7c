package org.assay.rest.internal.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The languages a caller wants, the most wanted first.
 *
 * @param wanted language codes; empty for any
 */
public record Languages(List<String> wanted) {
    private static final String FALLBACK = "en";

    public Languages {
        wanted = List.copyOf(wanted);
    }

    /** Reads {@code Accept-Language}. */
    public static Languages of(ContainerRequestContext request) {
        return new Languages(request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .toList());
    }

    /** One language, by its code. */
    public static Languages only(String code) {
        return new Languages(List.of(code));
    }

    /** A text in the first of these languages that it has, else in English, else in any; empty where there is none. */
    public String of(Map<String, String> texts) {
        for (String language : wanted) {
            if (texts.containsKey(language)) {
                return texts.get(language);
            }
        }
        String english = texts.get(FALLBACK);
        return english != null ? english : texts.values().stream().findFirst().orElse("");
    }
}
