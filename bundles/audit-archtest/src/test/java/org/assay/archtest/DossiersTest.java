package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The dossiers of the example networks: how far each item is, what is missing, and how much each table shows.
 * {@code -Dgolden.update=true} writes the files anew; look at the difference.
 */
class DossiersTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({"fr-anssi,fr-hexamobile", "de-bsi,de-rheinfunk", "uk-ncsc,uk-albion", "us-trust,us-prairielink"})
    void areAsTheyWereWhenTheyWereLookedAt(String regime, String network) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(
                ROOT.resolve("bundles/regime-" + regime + "/src/main/packs/" + regime + "-2026.1.0.yaml")));
        Evaluation evaluation = new CompiledEvaluator()
                .open(RuleSet.compile(pack), facts(pack, network), new AuditTerms(DAY, DAY, Map.of()));
        String told = pack.dossiers().stream()
                .map(Dossier::name)
                .map(name -> told(evaluation.draft(name, "")))
                .collect(Collectors.joining("\n"));
        Path golden = ROOT.resolve("bundles/audit-archtest/src/test/resources/dossiers/" + network + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, told);
        }
        assertThat(told).isNotEmpty().isEqualTo(Files.readString(golden));
    }

    private static PreparedFacts facts(RulePack pack, String network) throws IOException {
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        try (InputStream in = Files.newInputStream(ROOT.resolve("examples/" + network + ".json"))) {
            return PreparedFacts.of(new NetworkReader(model).readJson(in).facts());
        }
    }

    private static String told(DossierDraft draft) {
        StringBuilder text = new StringBuilder("# " + draft.dossier() + ": " + draft.title() + "\n");
        for (Chapter chapter : draft.chapters()) {
            text.append("## ").append(chapter.key()).append('\n');
            chapter.doubts().forEach(doubt -> text.append("? ").append(line(doubt)));
            for (Item item : chapter.items()) {
                text.append(item.number()).append(' ').append(item.status());
                item.blocks().forEach(block -> text.append("; ").append(size(block)));
                text.append('\n');
                item.gaps().forEach(gap -> text.append("  - ").append(line(gap)));
            }
        }
        return text.toString();
    }

    private static String line(Gap gap) {
        return gap.of() + ": " + gap.question() + " (" + gap.count() + ")\n";
    }

    private static String size(DraftBlock block) {
        if (block instanceof DraftBlock.Fields fields) {
            return fields.fields().stream()
                    .map(field -> String.valueOf(field.cell().value()))
                    .collect(Collectors.joining(", ", "fields ", ""));
        }
        if (block instanceof DraftBlock.Table table) {
            return "table " + table.rows().size() + " of " + table.total() + first(table);
        }
        if (block instanceof DraftBlock.Ages ages) {
            return ages.rows().stream()
                    .map(row -> row.state() + " " + row.counts())
                    .collect(Collectors.joining(", ", "ages ", ""));
        }
        return ((DraftBlock.Verdicts) block)
                .lines().stream()
                        .map(line -> line.requirement() + " " + line.counts())
                        .collect(Collectors.joining(", ", "verdicts ", ""));
    }

    private static String first(DraftBlock.Table table) {
        List<String> rows = table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> String.valueOf(cell.value()))
                        .collect(Collectors.joining(" | ")))
                .toList();
        return rows.isEmpty() ? "" : ": " + new TreeSet<>(rows).first();
    }
}
