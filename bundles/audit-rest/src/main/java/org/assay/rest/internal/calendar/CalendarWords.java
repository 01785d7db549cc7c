package org.assay.rest.internal.calendar;

import java.util.Map;
import java.util.Set;
import org.assay.rest.internal.call.Languages;

/** What a calendar says of its own, in the language that is wanted; a word that it does not know, such as an office, as it is. */
record CalendarWords(Languages languages) {
    /** The languages that it speaks. */
    static final Set<String> SPOKEN = Set.of("de", "en", "fr");

    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            word("Deadlines of", "Fristen von", "Échéances :"),
            word("OVERDUE", "ÜBERFÄLLIG", "EN RETARD"),
            word("since", "seit", "depuis le"),
            word("day", "Tag", "jour"),
            word("and %d more", "und %d weitere", "et %d de plus"),
            word("About: %s", "Betrifft: %s", "Objet : %s"),
            word("Network: %s", "Netz: %s", "Réseau : %s"),
            word("Who: %s", "Wer: %s", "Qui : %s"),
            word("Source: %s", "Quelle: %s", "Source : %s"),
            word("the facts: %s", "die Angaben: %s", "les faits : %s"),
            word(
                    "It depends on what is not known yet:",
                    "Es hängt davon ab, was noch nicht bekannt ist:",
                    "Cela dépend de ce qui n'est pas encore connu :"),
            word("ask the %s: %s", "zu fragen (%s): %s", "à demander (%s) : %s"),
            word("operator", "Betreiber", "opérateur"),
            word("supplier", "Lieferant", "fournisseur"),
            word("authority", "Behörde", "autorité"),
            word("component", "Komponente", "composant"),
            word("site", "Standort", "site"),
            word("contract", "Vertrag", "contrat"),
            word("network", "Netz", "réseau"),
            word("order", "Anordnung", "injonction"),
            word("evidence", "Nachweis", "pièce"));

    private static Map.Entry<String, Map<String, String>> word(String en, String de, String fr) {
        return Map.entry(en, Map.of("en", en, "de", de, "fr", fr));
    }

    /** A word or a sentence by its English, with what it speaks of. */
    String say(String english, Object... of) {
        String said = languages.of(WORDS.getOrDefault(english, Map.of("en", english)));
        return of.length == 0 ? said : said.formatted(of);
    }

    /** A kind of record; of evidence with its own kind behind it. */
    String kind(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? say(kind) : say(kind.substring(0, dot)) + " (" + kind.substring(dot + 1) + ")";
    }
}
