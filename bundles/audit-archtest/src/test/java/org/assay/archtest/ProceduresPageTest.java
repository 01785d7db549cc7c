package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of procedures names every state of every pack, and nothing that no pack has. */
class ProceduresPageTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| (`\\w+`|rule|none) \\| ([^|]*)\\| [^|]+ \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern REQUIREMENT = Pattern.compile("`([A-Z]{2}-[A-Za-z0-9.-]+)`");

    private static final Set<String> STATES = new TreeSet<>();
    private static final Set<String> REQUIREMENTS = new TreeSet<>();
    private static final Set<String> NAMED_STATES = new TreeSet<>();
    private static final Set<String> NAMED_REQUIREMENTS = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT.resolve("bundles"),
                6,
                (path, any) ->
                        path.toString().endsWith(".yaml") && path.toString().contains("src/main/packs"))) {
            for (Path file : files.toList()) {
                pack(PackReader.read(Files.readAllBytes(file)));
            }
        }
        String regime = "";
        for (String line : Files.readAllLines(ROOT.resolve("docs/procedures.md"))) {
            regime = line.startsWith("## ") ? line.substring(3) : regime;
            row(regime, line);
        }
    }

    private static void pack(RulePack pack) {
        pack.requirements().stream().map(Requirement::id).forEach(REQUIREMENTS::add);
        pack.procedures().forEach(procedure -> procedure
                .states()
                .keySet()
                .forEach(state -> STATES.add(pack.regime() + " " + procedure.name() + " " + state)));
    }

    private static void row(String regime, String line) {
        REQUIREMENT.matcher(line).results().map(match -> match.group(1)).forEach(NAMED_REQUIREMENTS::add);
        Matcher row = ROW.matcher(line);
        if (row.matches() && row.group(1).startsWith("`")) {
            String procedure = row.group(1).replace("`", "");
            QUOTED.matcher(row.group(2))
                    .results()
                    .forEach(match -> NAMED_STATES.add(regime + " " + procedure + " " + match.group(1)));
        } else {
            assertThat(line.startsWith("| ")
                            && !row.matches()
                            && !line.startsWith("| row |")
                            && !line.startsWith("| ---"))
                    .as("a row that cannot be read: " + line)
                    .isFalse();
        }
    }

    @Test
    void everyStateOfAPackIsNamedAndEveryStateThatIsNamedExists() {
        assertThat(STATES).hasSizeGreaterThan(100);
        assertThat(NAMED_STATES).containsExactlyElementsOf(STATES);
    }

    @Test
    void everyRequirementThatIsNamedExists() {
        assertThat(NAMED_REQUIREMENTS).isNotEmpty().isSubsetOf(REQUIREMENTS);
    }
}
