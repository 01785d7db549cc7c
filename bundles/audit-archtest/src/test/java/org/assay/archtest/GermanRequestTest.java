package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** What the German request for certification lists, in worked examples of the pack. */
class GermanRequestTest {
    private static final Path PACK =
            Path.of(System.getProperty("assay.bundles", ".."), "regime-de-bsi/src/main/packs/de-bsi-2026.1.0.yaml");
    private static final String EXPIRES =
            "the certificate of the release that runs expires, that of an older one stands";

    @Test
    void lists_nothing_while_the_certificate_of_the_release_holds() throws IOException {
        assertThat(listed(EXPIRES, "2026-10-31")).isEmpty();
    }

    @Test
    void lists_a_product_once_the_certificate_of_its_release_is_over_though_that_of_an_older_one_holds()
            throws IOException {
        assertThat(listed(EXPIRES, "2026-11-01")).containsExactly("Packet Core Controller");
    }

    @Test
    void lists_what_runs_in_a_release_that_no_certificate_names() throws IOException {
        assertThat(listed("a version outside the certificate", "2026-03-15")).containsExactly("Packet Core Controller");
    }

    @Test
    void lists_what_was_certified_only_after_its_first_use() throws IOException {
        assertThat(listed("certified a day late", "2026-03-16")).containsExactly("Packet Core Controller");
    }

    @Test
    void lists_nothing_that_was_certified_before_its_first_use_and_still_is() throws IOException {
        assertThat(listed("certified on the day of first use", "2026-03-15")).isEmpty();
    }

    private static List<String> listed(String example, String day) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(PACK));
        Map<String, Object> given = pack.procedures().stream()
                .flatMap(procedure -> procedure.trials().stream())
                .filter(trial -> trial.name().equals(example))
                .map(Procedure.Trial::given)
                .findFirst()
                .orElseThrow();
        LocalDate asOf = LocalDate.parse(day);
        return new CompiledEvaluator()
                        .open(
                                RuleSet.compile(pack),
                                PreparedFacts.of(TrialRunner.facts(pack, given)),
                                new AuditTerms(asOf, asOf, Map.of()))
                        .draft("certification-request", "")
                        .chapters()
                        .stream()
                        .map(Chapter::key)
                        .toList();
    }
}
