package org.assay.rest.internal.problem;

import java.util.List;
import org.assay.engine.fault.Fault;

/** Makes a problem of what is wrong with an input. */
final class Faults {
    private Faults() {}

    /** The problem of these faults, at least one. A cursor, a limit or a size has a type of its own whoever found it. */
    static Problem problem(ProblemType bodyType, List<Fault> faults) {
        Fault first = faults.get(0);
        ProblemType type =
                switch (first.code()) {
                    case "unknown-cursor" -> ProblemType.UNKNOWN_CURSOR;
                    case "bad-limit" -> ProblemType.INVALID_PARAMETER;
                    case "too-large" -> ProblemType.TOO_LARGE;
                    default -> bodyType;
                };
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see faults)";
        return Problem.of(type, first + more).remedy(remedy(type)).faults(faults);
    }

    private static String remedy(ProblemType type) {
        return switch (type) {
            case UNKNOWN_CURSOR -> "Start again without a cursor, and take nextCursor from the page before, unchanged.";
            case INVALID_PARAMETER, TOO_LARGE -> "";
            default -> "Mend every place that faults names and send it again; nothing of it was taken.";
        };
    }
}
