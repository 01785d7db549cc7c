package org.assay.testkit.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.engine.pack.Requirement;

/** Writes coverage as a page for people. */
public final class CoveragePage {
    private static final String HEAD =
            """
            # Coverage

            Written by the build from the packs, their cases and the conformance files; a test holds it. After a change of these
            `mvn -o -pl bundles/audit-archtest -am test -Dtest=CoverageTest -Dgolden.update=true -Dsurefire.failIfNoSpecifiedTests=false`
            writes it anew. A number is how many cases show that outcome; an outcome that a rule can give and no case shows
            has **0**. Where the clauses of a list have different outcomes, it can give UNKNOWN too; a binding rule with a first day of
            its own gives PENDING before it.
            """;
    private static final String TABLE =
            """

            | row | asks | requirement | binding | cases by outcome |
            | --- | --- | --- | --- | --- |
            """;

    private CoveragePage() {}

    /**
     * {@code CoveragePage ROWS BUNDLES PAGE}: writes the page.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: CoveragePage ROWS BUNDLES PAGE");
        }
        RowList rows = RowList.read(Files.readAllLines(Path.of(args[0])));
        Files.writeString(Path.of(args[2]), of(Coverage.of(rows, Path.of(args[1]))));
    }

    /** The page. */
    public static String of(Coverage coverage) {
        StringBuilder page = new StringBuilder(HEAD);
        coverage.rows().regimes().forEach(regime -> page.append(regime(coverage, regime)));
        return page.toString();
    }

    private static String regime(Coverage coverage, String regime) {
        List<RowList.Row> rows = coverage.rows().of(regime);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.addAll(lines(coverage, row)));
        coverage.beyond(regime).forEach(covered -> lines.add(line("", "beyond the rows: " + title(covered), covered)));
        long met = rows.stream()
                .filter(row -> !coverage.missing().contains(row.id()))
                .count();
        String sums = String.format(
                Locale.ROOT,
                "%n## %s%n%n%,d of %,d rows, %,d requirements, %,d cases.%n",
                regime,
                met,
                rows.size(),
                coverage.requirements(regime),
                coverage.cases(regime));
        return sums.replace("\r", "") + TABLE + String.join("", lines);
    }

    private static List<String> lines(Coverage coverage, RowList.Row row) {
        if (row.isAnnotation()) {
            String said = coverage.missing().contains(row.id()) ? "not yet" : "shown as the consequence with findings";
            return List.of("| " + row.id() + " | " + row.asks() + " | " + said + " | | |\n");
        }
        List<Covered> of = coverage.of(row);
        return of.isEmpty()
                ? List.of("| " + row.id() + " | " + row.asks() + " | not yet | | |\n")
                : of.stream()
                        .map(covered -> line(row.id(), row.asks(), covered))
                        .toList();
    }

    private static String line(String row, String asks, Covered covered) {
        Requirement requirement = covered.requirement();
        String same = requirement.id().equals(row) ? "the same" : requirement.id();
        String cases = covered.cases().entrySet().stream()
                .map(one -> one.getKey() + " " + (one.getValue() == 0 ? "**0**" : one.getValue()))
                .collect(Collectors.joining(", "));
        return "| " + row + " | " + asks + " | " + same + " | "
                + requirement.binding().name().toLowerCase(Locale.ROOT) + " | " + cases + " |\n";
    }

    private static String title(Covered covered) {
        return covered.requirement().title().in("en").replace("|", "/");
    }
}
