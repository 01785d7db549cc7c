package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.assay.core.ConflictException;
import org.assay.core.DossierOffer;
import org.assay.core.DossierView;
import org.assay.core.Dossiers;
import org.assay.core.NotFoundException;
import org.assay.core.PageRequest;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossiersTest {
    private static final String TEMPLATES =
            """
            dossiers:
              application:
                title: {en: Application, de: Antrag}
                language: de
                source: {act: Act, section: "3", mark: choice}
                recipient: The office
                items:
                  - {number: "1", title: Who, show: [{fields: [{label: Name, value: operator.name}]}]}
              board:
                title: Board
                language: en
                source: {act: Act, section: "4", mark: choice}
                recipient: The board
                programme: true
                chapters: {by: supplier, when: "supplier.group == 'G'", title: Supplier}
                items:
                  - {number: "1", title: Who, show: [{fields: [{label: Name, value: supplier.name}]}]}
            """;
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "suppliers": [{"id": "a", "name": "Same", "group": "G"}, {"id": "b", "name": "Same", "group": "G"}, {"id": "c", "name": "C", "group": "H"}],
             "components": [{"id": "c-1", "kind": "equipment", "domain": "core", "product": {"name": "good"}}],
             "evidence": [], "contracts": [], "orders": []}
            """;

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.of(data, TEMPLATES, "");
        bench.core.networks().put("empty", "Empty", "DE", null, "tester");
        bench.send(NETWORK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Dossiers dossiers() {
        return bench.core.dossiers();
    }

    @Test
    void whatTheInstalledRegimesCanDraftIsListed() {
        assertThat(dossiers().offered("alpha", null))
                .extracting(DossierOffer::id)
                .containsExactly("xx-one.application", "xx-one.board");
        assertThat(dossiers().offered("alpha", LocalDate.parse("2025-12-31"))).isEmpty();
    }

    @Test
    void aDraftNamesAllThatPinsIt() {
        DossierView view = dossiers().issue("alpha", "xx-one.application", null, "", "json", "tester");
        assertThat(view.networkName()).isEqualTo("Alpha");
        assertThat(view.packVersion()).isEqualTo("2026.1.0");
        assertThat(view.packDigest()).startsWith("sha256:");
        assertThat(view.snapshot()).startsWith("sha256:");
        assertThat(view.draft().language()).isEqualTo("de");
        assertThat(view.draft().title()).isEqualTo("Antrag");
        assertThat(view.draft().complete()).isTrue();
        assertThat(dossiers()
                        .issue("alpha", "xx-one.application", null, "en", "json", "tester")
                        .draft()
                        .title())
                .isEqualTo("Application");
    }

    @Test
    void eachIssueIsAnEntryOfTheLedger() {
        DossierView view = dossiers().issue("alpha", "xx-one.application", null, "", "pdf", "clerk");
        var entries = bench.core.ledger().entries(new PageRequest(null, 100)).items();
        assertThat(entries).anySatisfy(entry -> assertThat(entry.body())
                .contains("\"dossier\"", "xx-one.application", "\"pdf\"", "clerk", view.snapshot(), view.packDigest()));
    }

    @Test
    void aProgrammeIsThatOfOneSupplierEvenIfAnotherHasItsName() {
        assertThat(dossiers().programmes("alpha", "b", null, ""))
                .singleElement()
                .satisfies(view -> assertThat(view.draft().chapters())
                        .singleElement()
                        .satisfies(chapter ->
                                assertThat(String.valueOf(chapter.subject())).isEqualTo("supplier/b")));
    }

    @Test
    void aDraftThatTakesLongerThanAMinuteIsRefused() {
        bench.clock.tick(Duration.ofSeconds(61));
        assertThatThrownBy(() -> dossiers().issue("alpha", "xx-one.application", null, "", "json", "tester"))
                .isInstanceOfSatisfying(ConflictException.class, refused -> assertThat(refused.type())
                        .isEqualTo("dossier-too-large"))
                .hasMessageContaining("time was up");
        bench.clock.tick(Duration.ZERO);
        assertThat(dossiers()
                        .issue("alpha", "xx-one.application", null, "", "json", "tester")
                        .draft()
                        .complete())
                .isTrue();
    }

    @Test
    void aLanguageThatNobodyHasIsRefusedWithThoseThatThereAre() {
        for (String language : Dossiers.LANGUAGES) {
            assertThat(dossiers()
                            .issue("alpha", "xx-one.application", null, language, "json", "tester")
                            .draft())
                    .extracting(draft -> draft.language())
                    .isEqualTo(language);
        }
        assertThatThrownBy(() -> dossiers().issue("alpha", "xx-one.application", null, "xx", "json", "tester"))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.faults().get(0).code()).isEqualTo("unknown-language");
                    assertThat(refused.faults().get(0).hint()).contains("de, en, fr");
                });
        assertThatThrownBy(() -> dossiers().programmes("alpha", "b", null, "xx"))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> dossiers().issue("alpha", "xx-one.other", null, "", "json", "tester"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("xx-one.other");
        assertThatThrownBy(() -> dossiers().programmes("alpha", "c", null, "")).isInstanceOf(NotFoundException.class);
        LocalDate before = LocalDate.parse("2025-12-31");
        assertThatThrownBy(() -> dossiers().programmes("alpha", "b", before, ""))
                .isInstanceOfSatisfying(NotFoundException.class, none -> assertThat(none.hint())
                        .contains("GET /regimes/xx-one/packs", "activate one that holds the day"))
                .hasMessageContaining("without rules for that day, since no active pack holds it: xx-one");
        assertThatThrownBy(() -> dossiers().offered("nowhere", null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> dossiers().offered("empty", null)).isInstanceOf(ConflictException.class);
    }
}
