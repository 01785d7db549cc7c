package org.assay.core.internal.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the facts make due, in words, by language. Stateless. */
final class FactTexts {
    static final String OUT_OF_USE =
            "Take %1$s out of use before %2$s: from that day on an order of %3$s prohibits its use";
    static final String NOT_INTO_USE = "Do not put %1$s into use: from %2$s on an order of %3$s prohibits it";
    static final String NO_FURTHER_USE = "No further use of %1$s from %2$s on: an order of %3$s prohibits it";
    static final String CONDITIONS = "An order of %3$s takes effect, with conditions: %1$s";

    /** How one in English is found again in the others. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "last day of the %s %s",
            List.of("letzter Tag: %s %s", "dernier jour : %s %s"),
            OUT_OF_USE,
            List.of(
                    "%1$s vor dem %2$s außer Betrieb nehmen: ab diesem Tag untersagt eine Anordnung von %3$s den Einsatz",
                    "Mettre %1$s hors service avant le %2$s : dès ce jour une injonction de %3$s en interdit l'usage"),
            NOT_INTO_USE,
            List.of(
                    "%1$s nicht in Betrieb nehmen: ab dem %2$s untersagt es eine Anordnung von %3$s",
                    "Ne pas mettre %1$s en service : dès le %2$s une injonction de %3$s l'interdit"),
            NO_FURTHER_USE,
            List.of(
                    "Kein weiterer Einsatz von %1$s ab dem %2$s: eine Anordnung von %3$s untersagt ihn",
                    "Plus de nouvelle mise en service de %1$s dès le %2$s : une injonction de %3$s l'interdit"),
            CONDITIONS,
            List.of(
                    "Eine Anordnung von %3$s wird wirksam, mit Auflagen: %1$s",
                    "Une injonction de %3$s prend effet, avec des conditions : %1$s"),
            "the contract ends",
            List.of("der Vertrag endet", "le contrat prend fin"),
            "planned removal",
            List.of("geplanter Ausbau", "retrait prévu"),
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
