package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** What the French application file says of devices of the example network. */
class FrenchFileTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String MODEL = "\"model\": \"ASiR-pRRH n78\"";

    @Test
    void names_the_platforms_under_a_device_by_product_and_release() throws IOException {
        assertThat(rows(item("Packet Core Gateway", "4°", example()), "Logiciels génériques et virtualisation"))
                .contains(List.of(
                        "OpenShift Container Platform",
                        "OpenShift Container Platform",
                        "4.18",
                        "Red Hat, Inc.",
                        "Red Hat, Inc."));
    }

    @Test
    void shows_the_day_before_the_withdrawal_as_the_last_of_an_authorisation() throws IOException {
        assertThat(rows(item("AirScale Indoor Radio", "A", example()), "Autorisations"))
                .anySatisfy(row -> assertThat(row).contains("2026-08-30", "withdrawn"));
    }

    @Test
    void shows_whose_an_authorisation_is() throws IOException {
        assertThat(rows(item("XRAN", "A", example()), "Autorisations"))
                .anySatisfy(row -> assertThat(row).contains("cellnex"));
    }

    @Test
    void asks_for_a_model_that_is_not_told() throws IOException {
        String example = example();
        assertThat(example).contains(MODEL);
        Item asked = item("AirScale Indoor Radio", "2°", example.replace(MODEL, "\"revision\": \"n78\""));
        assertThat(asked.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(asked.gaps()).extracting(Gap::question).contains("Quel est le modèle de l'appareil\u00a0?");
    }

    private static String example() throws IOException {
        return Files.readString(ROOT.resolve("examples/fr-hexamobile.json"));
    }

    private static Item item(String device, String number, String network) throws IOException {
        RulePack pack = PackReader.read(
                Files.readAllBytes(ROOT.resolve("bundles/regime-fr-anssi/src/main/packs/fr-anssi-2026.1.0.yaml")));
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        PreparedFacts facts = PreparedFacts.of(new NetworkReader(model)
                .readJson(new ByteArrayInputStream(network.getBytes(StandardCharsets.UTF_8)))
                .facts());
        DossierDraft draft = new CompiledEvaluator()
                .open(RuleSet.compile(pack), facts, new AuditTerms(DAY, DAY, Map.of()))
                .draft("application", "");
        return draft.chapters().stream()
                .filter(chapter -> chapter.key().equals(device))
                .flatMap(chapter -> chapter.items().stream())
                .filter(item -> item.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows(Item item, String table) {
        return item.blocks().stream()
                .filter(block -> block.title().equals(table))
                .map(DraftBlock.Table.class::cast)
                .flatMap(block -> block.rows().stream())
                .map(row -> row.cells().stream()
                        .map(cell -> String.valueOf(cell.value()))
                        .toList())
                .toList();
    }
}
