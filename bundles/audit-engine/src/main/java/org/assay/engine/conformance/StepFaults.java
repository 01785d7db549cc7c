package org.assay.engine.conformance;

import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.engine.fault.Fault;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;

/** Words what a worked example found too dear, at the place of the expression that is. */
final class StepFaults {
    private static final String HINT =
            "Make the loop shorter: leave out a loop within it, go through a smaller list, or"
                    + " ask once in a measure what it asks of each; the bounds stand in docs/engine-details.md";

    private StepFaults() {}

    /** A loop that is too long for one record. */
    static Fault ofLoop(Requirement requirement, Requirement.Case example, String name, @Nullable Expr at) {
        String message = name + ": too many steps: "
                + (at == null ? "" : clause(requirement, at.at()))
                + "goes through a loop longer than it may for one " + requirement.subject();
        Position place = at == null ? example.at() : at.at();
        return new Fault("too-many-steps", message, "", place.line(), place.column(), HINT);
    }

    /** What an evaluation was given up for; anything else as it is. */
    static Fault of(Fault fault, Requirement requirement, Requirement.Case example, String name) {
        boolean steps = fault.code().equals("too-many-steps") || fault.code().equals("limit");
        if (!steps) {
            return fault;
        }
        Position place = fault.line() == 0 ? example.at() : new Position(fault.line(), fault.column());
        String clause = clause(requirement, place);
        String message = name + (clause.isEmpty() ? "" : ", " + clause.strip()) + ": " + fault.message();
        return new Fault(fault.code(), message, "", place.line(), place.column(), HINT);
    }

    /** The clause whose condition stands there; empty for anything else. */
    private static String clause(Requirement requirement, Position at) {
        return IntStream.range(0, requirement.decide().size())
                .filter(i -> Optional.ofNullable(requirement.decide().get(i).when())
                        .filter(when -> when.at().equals(at))
                        .isPresent())
                .mapToObj(i -> "clause " + (i + 1) + " ")
                .findFirst()
                .orElse("");
    }
}
