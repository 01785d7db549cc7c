package org.assay.engine.facts;

import java.util.Map;

/** Questions for facts for which nobody wrote one, in the languages of dossiers. */
public final class Unwritten {
    private Unwritten() {}

    /** A fact of a record of some kind. */
    public static Ask fact(String path, String kind, String id) {
        return new Ask(
                "operator",
                Map.of(
                        "en", "What is " + path + " of " + kind + " " + id + "?",
                        "de", "Wie lautet die Angabe „" + path + "“ zu " + de(kind) + " " + id + "?",
                        "fr", "Quelle est la donnée «\u00a0" + path + "\u00a0» (" + fr(kind) + " " + id + ")\u00a0?"));
    }

    /** Something of which only the path is known. */
    public static Ask path(String path) {
        return new Ask(
                "operator",
                Map.of(
                        "en", "What is " + path + "?",
                        "de", "Wie lautet die Angabe „" + path + "“?",
                        "fr", "Quelle est la donnée «\u00a0" + path + "\u00a0»\u00a0?"));
    }

    /** A network function whose name nobody knows, in quotes. */
    public static Ask function(String name) {
        return new Ask(
                "operator",
                Map.of(
                        "en", "Which network function is " + name + "? Write its known name, or other: before it.",
                        "de", "Welche Netzfunktion ist " + name + "? Den bekannten Namen schreiben, oder other: davor.",
                        "fr",
                                "Quelle fonction de réseau est " + name
                                        + "\u00a0? Écrivez son nom connu, ou other: devant."));
    }

    /** A look-up in a table of a pack. */
    public static Ask table(String table) {
        return new Ask(
                "authority",
                Map.of(
                        "en",
                                "The table " + table
                                        + " of the pack is not complete or not sure here: what does the text say?",
                        "de",
                                "Die Tabelle " + table
                                        + " des Regelwerks ist hier nicht vollständig oder nicht sicher: was sagt der Text?",
                        "fr",
                                "Le tableau " + table
                                        + " des règles n'est pas complet ou pas sûr ici\u00a0: que dit le texte\u00a0?"));
    }

    /** To the author of a template of which an expression broke. */
    public static Ask broken(String error) {
        return new Ask(
                "author",
                Map.of(
                        "en", "the template could not be filled in: " + error,
                        "de", "die Vorlage ließ sich nicht ausfüllen: " + error,
                        "fr", "le modèle n'a pu être rempli\u00a0: " + error));
    }

    private static String de(String kind) {
        return switch (kind) {
            case "network" -> "Netz";
            case "operator" -> "Betreiber";
            case "country" -> "Land";
            case "supplier" -> "Lieferant";
            case "site" -> "Standort";
            case "component" -> "Komponente";
            case "evidence" -> "Nachweis";
            case "contract" -> "Vertrag";
            case "order" -> "Anordnung";
            case "dependant" -> "Abhängiger";
            case "partner" -> "Partner";
            case "replacement" -> "Ersatz";
            default -> kind;
        };
    }

    private static String fr(String kind) {
        return switch (kind) {
            case "network" -> "réseau";
            case "operator" -> "opérateur";
            case "country" -> "pays";
            case "supplier" -> "fournisseur";
            case "component" -> "composant";
            case "evidence" -> "document";
            case "contract" -> "contrat";
            case "order" -> "injonction";
            case "dependant" -> "dépendant";
            case "partner" -> "partenaire";
            case "replacement" -> "remplacement";
            default -> kind;
        };
    }
}
