package org.assay.testkit.mutate;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.assay.engine.digest.Sha256;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.RulePack;

/**
 * A pack changed in one place.
 *
 * @param id names it as long as what is changed stays as it is, wherever in the file it stands: eight hex digits
 * @param kind which sort of change
 * @param owner what was changed: a clause of a requirement, a define, a measure, a table
 * @param uses the name under which rules use what was changed, see {@link Uses}; a requirement's id where only it is concerned
 * @param at where in the file
 * @param was what stood there
 * @param now what stands there instead
 * @param apply makes the changed pack
 */
record Mutant(
        String id,
        String kind,
        String owner,
        String uses,
        Position at,
        String was,
        String now,
        UnaryOperator<RulePack> apply) {

    /** An id of what is changed into what. */
    static String id(String... parts) {
        return Sha256.textOf(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .replaceFirst("^sha256:", "")
                .substring(0, 8);
    }

    /** What was done, in one line. */
    String told() {
        String to = now.isEmpty() ? "dropped" : now;
        return owner + ": " + kind + ": " + (was.isEmpty() ? to : was + " -> " + to);
    }
}
