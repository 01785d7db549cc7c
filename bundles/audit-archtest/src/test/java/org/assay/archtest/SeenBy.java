package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of decision 12: which requirements see which states of cases. Immutable once read. */
final class SeenBy {
    private static final Path PAGE =
            Path.of(System.getProperty("assay.bundles", ".."), "../docs/decisions/0012-what-rules-see-of-cases.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9-]+) (\\w+)` \\| ((?:`[A-Z0-9_]+`(?:, )?)+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private final SortedMap<String, List<String>> states = new TreeMap<>();

    static SeenBy read() throws IOException {
        SeenBy table = new SeenBy();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                table.add(row, line);
            }
        }
        return table;
    }

    private void add(Matcher row, String line) {
        assertThat(row.group(5)).as(line).isNotBlank();
        List<String> requirements = quoted(row.group(4)).toList();
        quoted(row.group(3))
                .forEach(state -> states.put(row.group(1) + " " + row.group(2) + " " + state, requirements));
    }

    private static Stream<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1));
    }

    /** By {@code regime procedure STATE}; no requirements where the table says why not. */
    SortedMap<String, List<String>> states() {
        return states;
    }

    /** The requirements that see a state, named as {@link #states} does. */
    List<String> of(String state) {
        return states.getOrDefault(state, List.of());
    }

    /** The requirements that see any state of a procedure, named {@code regime procedure}, or of a regime. */
    SortedSet<String> ofAny(String whose) {
        SortedSet<String> all = new TreeSet<>();
        states.forEach((state, requirements) -> {
            if (state.startsWith(whose + " ")) {
                all.addAll(requirements);
            }
        });
        return all;
    }
}
