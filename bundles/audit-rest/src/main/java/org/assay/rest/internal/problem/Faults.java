package org.assay.rest.internal.problem;

import java.util.List;
import java.util.Locale;
import org.assay.engine.fault.Fault;

/** Makes a problem of what is wrong with an input. */
final class Faults {
    private static final String GENERAL =
            "Mend every place that faults names and send it again; nothing of it was taken.";

    private Faults() {}

    /** The problem of these faults, at least one. A cursor, a limit or a size has a type of its own whoever found it. */
    static Problem problem(ProblemType bodyType, List<Fault> faults) {
        Fault first = faults.get(0);
        ProblemType type =
                switch (first.code()) {
                    case "unknown-cursor" -> ProblemType.UNKNOWN_CURSOR;
                    case "bad-limit", "unknown-language" -> ProblemType.INVALID_PARAMETER;
                    case "bad-days" -> first.pointer().equals("/days") ? ProblemType.INVALID_PARAMETER : bodyType;
                    case "too-large" -> ProblemType.TOO_LARGE;
                    default -> bodyType;
                };
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see faults)";
        return Problem.of(type, first + more).remedy(remedy(type, faults)).faults(faults);
    }

    /** What a single fault says is to be done is more than a word about faults in general. */
    private static String remedy(ProblemType type, List<Fault> faults) {
        return switch (type) {
            case UNKNOWN_CURSOR -> "Start again without a cursor, and take nextCursor from the page before, unchanged.";
            case INVALID_PARAMETER -> "";
            case TOO_LARGE -> firstHint(faults, "");
            case UNTRUSTED_PACK -> firstHint(faults, "Have the pack signed with a key that is trusted here.");
            default -> faults.size() == 1 ? firstHint(faults, GENERAL) : GENERAL;
        };
    }

    private static String firstHint(List<Fault> faults, String otherwise) {
        String hint = faults.get(0).hint();
        return hint.isEmpty() ? otherwise : hint.substring(0, 1).toUpperCase(Locale.ROOT) + hint.substring(1);
    }
}
