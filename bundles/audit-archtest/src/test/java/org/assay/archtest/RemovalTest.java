package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** What makes a component distrusted is written down with its source, for whoever checks it against the law. */
class RemovalTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");

    @Test
    void thePageNamesEveryRequirementThatOrdersSomethingOutAndNoOther() throws IOException {
        SortedSet<String> marked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
            for (Path file : files.filter(RemovalTest::isPack).toList()) {
                RulePack pack = PackReader.read(Files.readAllBytes(file));
                pack.requirements().stream()
                        .filter(Requirement::removal)
                        .forEach(one -> marked.add(pack.regime() + " " + one.id()));
            }
        }
        assertThat(marked).hasSizeGreaterThan(20);
        assertThat(named()).isEqualTo(marked);
    }

    private static boolean isPack(Path file) {
        String name = file.toString();
        return name.contains("/src/main/packs/") && name.endsWith(".yaml") && !name.contains("/target/");
    }

    private static SortedSet<String> named() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/consequences.md"));
        String table = page.substring(page.indexOf("<!-- removal:"), page.indexOf("<!-- end of removal -->"));
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.asList(line.split("\\|")))
                .map(cells -> cells.get(1).strip().replace("`", "") + " "
                        + cells.get(2).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
