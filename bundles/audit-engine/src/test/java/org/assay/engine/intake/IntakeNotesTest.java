package org.assay.engine.intake;

import static org.assay.engine.intake.Documents.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;

/** What intake takes and notes, since it may be a slip. */
class IntakeNotesTest {
    @Test
    void what_looks_wrong_is_named_and_taken() {
        Intake intake = Documents.read(Documents.with(
                "",
                "{\"id\": \"c\", \"kind\": \"equipment\", \"status\": \"in-service\", \"removed\": \"2020-01-01\"}",
                "\"evidence\": [{\"id\": \"e\", \"kind\": \"strange\"}]"));
        assertThat(intake.facts().all(Kind.EVIDENCE)).hasSize(1);
        assertThat(intake.report().warnings())
                .extracting(Fault::code)
                .containsExactly("no-supplier", "status-and-dates", "no-first-use", "no-scope");
        assertThat(intake.report().warnings()).extracting(Fault::line).allMatch(line -> line > 0);
    }

    @Test
    void evidence_that_opens_a_case_or_has_a_holder_is_about_something() {
        String evidence = "\"evidence\": [{\"id\": \"e\", \"kind\": \"recommendation\"},"
                + " {\"id\": \"f\", \"kind\": \"riskRecord\", \"holder\": \"op\"}]";
        NetworkReader reader = new NetworkReader(FactModel.core()
                .withEvidence(Set.of("recommendation", "riskRecord"))
                .withOpening(Set.of("recommendation")));
        assertThat(reader.readJson(stream(Documents.with("", "", evidence)))
                        .report()
                        .warnings())
                .isEmpty();
        NetworkReader other = new NetworkReader(FactModel.core().withEvidence(Set.of("recommendation", "riskRecord")));
        assertThat(other.readJson(stream(Documents.with("", "", evidence)))
                        .report()
                        .warnings())
                .extracting(Fault::code)
                .containsExactly("no-scope");
    }

    @Test
    void a_kind_of_evidence_that_nobody_reads_and_that_nearly_names_another_one_is_noted() {
        String evidence = "\"evidence\": [{\"id\": \"e\", \"kind\": \"%s\", \"scope\": {\"products\": [\"p\"]}}]";
        assertThat(Documents.read(Documents.with("", "", evidence.formatted("corection")))
                        .report()
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("unknown-kind");
                    assertThat(warning.message()).contains("corection");
                    assertThat(warning.hint()).isEqualTo("did you mean 'correction'?");
                });
        assertThat(Documents.read(Documents.with("", "", evidence.formatted("correction")))
                        .report()
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_kind_of_evidence_that_no_installed_regime_reads_is_noted_once_and_not_as_about_nothing() {
        String evidence = "\"evidence\": [{\"id\": \"e\", \"kind\": \"supplierReview\"},"
                + " {\"id\": \"f\", \"kind\": \"supplierReview\"}]";
        NetworkReader reader = new NetworkReader(
                FactModel.core().withDeclarations("xx-test", List.of()).withEvidence(Set.of("decision")));
        assertThat(reader.readJson(stream(Documents.with("", "", evidence)))
                        .report()
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("unknown-kind");
                    assertThat(warning.message()).contains("supplierReview");
                    assertThat(warning.pointer()).isEqualTo("/evidence/0");
                });
    }

    @Test
    void a_result_that_no_move_asks_for_is_noted_with_the_known_ones() {
        String evidence =
                "\"evidence\": [{\"id\": \"e\", \"kind\": \"decision\", \"holder\": \"op\", \"result\": \"maybe\"},"
                        + " {\"id\": \"f\", \"kind\": \"decision\", \"holder\": \"op\", \"result\": \"granted\"},"
                        + " {\"id\": \"g\", \"kind\": \"sbom\", \"holder\": \"op\", \"result\": \"maybe\"}]";
        NetworkReader reader = new NetworkReader(FactModel.core()
                .withEvidence(Set.of("decision", "sbom"))
                .withResults(Map.of("decision", List.of("refused", "granted"))));
        assertThat(reader.readJson(stream(Documents.with("", "", evidence)))
                        .report()
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("unknown-result");
                    assertThat(warning.message()).contains("maybe");
                    assertThat(warning.pointer()).isEqualTo("/evidence/0/result");
                    assertThat(warning.hint()).isEqualTo("known are: granted, refused");
                });
    }

    @Test
    void a_holder_of_whom_the_document_has_nothing_is_noted_once_with_the_one_that_was_meant() {
        String evidence = "\"evidence\": [{\"id\": \"e\", \"kind\": \"k\", \"holder\": \"nokja\"},"
                + " {\"id\": \"f\", \"kind\": \"k\", \"holder\": \"nokja\"},"
                + " {\"id\": \"g\", \"kind\": \"k\", \"holder\": \"nokia\"}, {\"id\": \"h\", \"kind\": \"k\", \"holder\": \"op\"}]";
        assertThat(Documents.read(Documents.with("{\"id\": \"nokia\", \"name\": \"Nokia\"}", "", evidence))
                        .report()
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("unknown-holder");
                    assertThat(warning.message()).contains("'nokja'", "2 records");
                    assertThat(warning.pointer()).isEqualTo("/evidence/0/holder");
                    assertThat(warning.hint()).startsWith("did you mean 'nokia'?");
                });
    }

    @Test
    void evidence_about_itself_is_noted() {
        String evidence = "\"evidence\": [{\"id\": \"e\", \"kind\": \"correction\", \"about\": [\"e\"]}]";
        assertThat(Documents.read(Documents.with("", "", evidence)).report().warnings())
                .extracting(Fault::code)
                .containsExactly("about-itself");
    }

    @Test
    void a_word_that_nearly_names_what_was_not_delivered_is_noted() {
        Intake intake =
                Documents.read(Documents.with("", "", "\"evidence\": [], \"notDelivered\": [\"evidense\", \"zz\"]"));
        assertThat(intake.report().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("unknown-kind");
            assertThat(warning.message()).contains("evidense");
            assertThat(warning.hint()).contains("evidence");
        });
    }

    @Test
    void owners_who_hold_more_than_the_whole_on_a_day_are_noted() {
        assertThat(owners("\"from\": \"2020-01-01\"", "\"from\": \"2021-01-01\""))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("6/5 of the capital on 2021-01-01"));
        assertThat(owners("\"until\": \"2020-12-31\"", "\"from\": \"2021-01-01\""))
                .isEmpty();
        assertThat(owners("\"until\": \"2021-01-01\"", "\"from\": \"2021-01-01\""))
                .hasSize(1);
    }

    @Test
    void a_correction_of_what_another_issued_is_noted_wherever_it_stands() {
        String evidence =
                """
                "evidence": [
                  {"id": "k1", "kind": "correction", "about": ["d", "e"], "issuer": "Vendor", "issued": "2026-01-02"},
                  {"id": "d", "kind": "decision", "issuer": "Office", "holder": "op", "issued": "2026-01-01"},
                  {"id": "e", "kind": "decision", "issuer": " vendor", "holder": "op", "issued": "2026-01-01"},
                  {"id": "k2", "kind": "correction", "about": ["d"], "issued": "2026-01-02"}]
                """;
        assertThat(Documents.read(Documents.with("", "", evidence)).report().warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("foreign-correction");
                    assertThat(warning.message()).contains("k1", "Vendor", "'d'", "Office");
                    assertThat(warning.pointer()).isEqualTo("/evidence/0");
                });
    }

    private List<Fault> owners(String one, String other) {
        String half = "{\"kind\": \"person\", \"name\": \"A\", \"equity\": \"3/5\", ";
        String supplier = "{\"id\": \"s\", \"name\": \"S\", \"owners\": [" + half + one + "}, " + half + other + "}]}";
        return Documents.read(Documents.with(supplier, "", "")).report().warnings();
    }
}
