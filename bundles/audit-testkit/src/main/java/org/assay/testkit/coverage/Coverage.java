package org.assay.testkit.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/** The requirements and cases of all regimes of a repository, held against the rows that are owed. Immutable. */
public final class Coverage {
    private final RowList rows;
    private final Map<String, Map<String, Covered>> regimes;

    private Coverage(RowList rows, Map<String, Map<String, Covered>> regimes) {
        this.rows = rows;
        this.regimes = regimes;
    }

    /**
     * Reads the packs and conformance files of all regimes.
     *
     * @param rows what is owed
     * @param bundles the folder of the modules {@code regime-<id>}
     * @throws IOException if a file cannot be read
     * @throws org.assay.engine.fault.FaultException if a file is not in order
     */
    public static Coverage of(RowList rows, Path bundles) throws IOException {
        Map<String, Map<String, Covered>> regimes = new LinkedHashMap<>();
        for (String regime : rows.regimes()) {
            regimes.put(regime, regime(bundles.resolve("regime-" + regime), rows));
        }
        return new Coverage(rows, regimes);
    }

    private static Map<String, Covered> regime(Path module, RowList rows) throws IOException {
        List<byte[]> packs = new ArrayList<>();
        for (Path file : files(module.resolve("src/main/packs"))) {
            packs.add(Files.readAllBytes(file));
        }
        List<ConformanceReader.Conformance> beside = new ArrayList<>();
        for (Path file : files(module.resolve("src/test/resources/conformance"))) {
            beside.addAll(ConformanceReader.read(Files.readAllBytes(file), packs));
        }
        Map<String, Covered> requirements = new LinkedHashMap<>();
        for (byte[] yaml : packs) {
            RulePack pack = PackReader.read(yaml);
            for (Requirement requirement : pack.requirements()) {
                List<Requirement.Case> own = beside.stream()
                        .filter(one -> one.version().equals(pack.version()))
                        .filter(one -> one.requirement().id().equals(requirement.id()))
                        .map(ConformanceReader.Conformance::example)
                        .toList();
                boolean neverUnknown = rows.neverUnknown().containsKey(requirement.id());
                requirements.merge(
                        requirement.id(), Covered.of(pack, requirement, own, neverUnknown), (a, b) -> b.and(a));
            }
        }
        return requirements;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows that have no rule. */
    public List<String> missing() {
        return rows.rows().stream()
                .filter(row -> !isMet(row))
                .map(RowList.Row::id)
                .toList();
    }

    /** Each outcome that a requirement can give and no case shows, as {@code id OUTCOME}. */
    public List<String> unshown() {
        return regimes.values().stream()
                .flatMap(regime -> regime.values().stream())
                .flatMap(covered -> covered.unshown().stream()
                        .map(outcome -> covered.requirement().id() + " " + outcome))
                .toList();
    }

    private boolean isMet(RowList.Row row) {
        return row.isAnnotation()
                ? in(row).values().stream()
                        .anyMatch(
                                covered -> !covered.requirement().consequence().isEmpty())
                : !of(row).isEmpty();
    }

    private Map<String, Covered> in(RowList.Row row) {
        return regimes.getOrDefault(row.regime(), Map.of());
    }

    /** The requirements of a row: of its id or continuing it; else those that it names. */
    List<Covered> of(RowList.Row row) {
        List<Covered> own = in(row).values().stream()
                .filter(covered -> continues(covered.requirement().id(), row))
                .toList();
        return own.isEmpty()
                ? row.requirements().stream()
                        .filter(in(row)::containsKey)
                        .map(in(row)::get)
                        .toList()
                : own;
    }

    private boolean continues(String requirement, RowList.Row row) {
        boolean ownRow = rows.rows().stream().anyMatch(other -> other.id().equals(requirement));
        return requirement.equals(row.id()) || !ownRow && requirement.startsWith(row.id() + "-");
    }

    /** The requirements of a regime that belong to no row. */
    List<Covered> beyond(String regime) {
        List<Covered> met =
                rows.of(regime).stream().flatMap(row -> of(row).stream()).toList();
        return regimes.getOrDefault(regime, Map.of()).values().stream()
                .filter(covered -> !met.contains(covered))
                .toList();
    }

    RowList rows() {
        return rows;
    }

    int requirements(String regime) {
        return regimes.getOrDefault(regime, Map.of()).size();
    }

    int cases(String regime) {
        return regimes.getOrDefault(regime, Map.of()).values().stream()
                .mapToInt(Covered::count)
                .sum();
    }
}
