package org.assay.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.engine.facts.Nearest;

/** Which requirements somebody chose by how their ids begin. Stateless. */
final class RequirementChoice {
    private static final int NAMED = 5;

    private RequirementChoice() {}

    /**
     * Refuses a beginning that no id has: of nothing, every case holds.
     *
     * @param only how the ids begin; empty for all
     */
    static void require(String only, Collection<String> ids) {
        if (ids.stream().noneMatch(id -> id.startsWith(only))) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "no requirement's id begins with '" + only + "'; the nearest: "
                            + String.join(", ", near(only, ids)));
        }
    }

    /** The one that was probably meant, then those that begin like it for longest. */
    private static List<String> near(String only, Collection<String> ids) {
        Optional<String> meant = Nearest.of(only, ids);
        ToIntFunction<String> shared = id -> shared(only.toLowerCase(Locale.ROOT), id.toLowerCase(Locale.ROOT));
        Stream<String> alike =
                ids.stream().sorted(Comparator.comparingInt(shared).reversed());
        return Stream.concat(meant.stream(), alike).distinct().limit(NAMED).toList();
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
