package org.assay.core.internal.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the facts make due, in words, by language. Stateless. */
final class FactTexts {
    /** How one in English is found again in the others. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "last day of the %s %s", List.of("letzter Tag: %s %s", "dernier jour : %s %s"),
            "an order of %s takes effect",
                    List.of("eine Anordnung von %s wird wirksam", "une injonction de %s prend effet"),
            "the contract ends", List.of("der Vertrag endet", "le contrat prend fin"),
            "planned removal", List.of("geplanter Ausbau", "retrait prévu"),
            "end of the maker's support",
                    List.of("Ende der Unterstützung durch den Hersteller", "fin du support du fabricant"),
            "The waiver ends: mend the finding, or ask for a new one (%s)",
                    List.of(
                            "Die Ausnahme endet: den Befund beheben oder eine neue beantragen (%s)",
                            "La dérogation prend fin : corriger le constat, ou en demander une nouvelle (%s)"));

    private FactTexts() {}

    /** A sentence with what it speaks of; one that a document tells, in its own words. */
    static Map<String, String> of(String english, Object... of) {
        List<String> others = OTHERS.get(english);
        if (others == null) {
            return Map.of("en", english);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english.formatted(of));
        texts.put("de", others.get(0).formatted(of));
        texts.put("fr", others.get(1).formatted(of));
        return texts;
    }
}
