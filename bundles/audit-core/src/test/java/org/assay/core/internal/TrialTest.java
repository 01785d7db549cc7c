package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.ImpactView;
import org.assay.core.NotFoundException;
import org.assay.core.PageRequest;
import org.assay.core.Trial;
import org.assay.core.VerdictFilter;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;
    private AuditView before;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        before = bench.audit("alpha", REGIME);
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AuditView tried(Trial trial) {
        LocalDate asOf = before.asOf();
        return bench.core
                .audits()
                .create(new AuditRequest("alpha", List.of(REGIME), asOf, null, null, Map.of(), trial), "ann");
    }

    private static Trial staged(String version) {
        return new Trial(Map.of(REGIME, version), List.of());
    }

    private static Trial changed(Map<String, List<String>> where, Map<String, Object> set) {
        return new Trial(Map.of(), List.of(new Trial.Change(where, set)));
    }

    private List<AuditDiff.Change> changes(AuditView from, AuditView to) {
        return bench.core
                .audits()
                .diff(from.id(), to.id(), VerdictFilter.ALL, PageRequest.first())
                .changes()
                .items();
    }

    @Test
    void showsWhatAStagedPackWillDoAndActivatesNothing() {
        AuditView preview = tried(staged("2.0.0"));
        assertThat(bench.audit("alpha", REGIME).regimes().get(0).packVersion()).isEqualTo("1.0.0");

        bench.core.packs().activate(REGIME, "2.0.0", "bob");
        AuditView after = bench.audit("alpha", REGIME);

        assertThat(changes(before, preview)).isNotEmpty();
        assertThat(preview.regimes().get(0).verdictDigest())
                .isEqualTo(after.regimes().get(0).verdictDigest());
        assertThat(changes(preview, after)).isEmpty();
    }

    @Test
    void countsTheImpactAsTheDifferenceHasIt() {
        AuditView preview = tried(staged("2.0.0"));

        ImpactView impact = bench.core.audits().impact(before.id(), preview.id(), VerdictFilter.ALL);
        List<AuditDiff.Change> changes = changes(before, preview);
        assertThat(impact.changed()).isEqualTo(changes.size()).isPositive();
        assertThat(impact.newFindings())
                .isEqualTo(changes.stream()
                        .filter(change ->
                                change.to() != null && change.to().outcome().isFinding())
                        .filter(change -> change.from() == null
                                || !change.from().outcome().isFinding())
                        .count());
        assertThat(impact.tallies().get("requirement")).allSatisfy(tally -> assertThat(changes.stream()
                        .filter(change -> change.to() != null
                                && change.to().requirement().equals(tally.key())
                                && change.to().outcome() == tally.to()))
                .hasSize((int) tally.count()));
    }

    @Test
    void supposesOtherComponentsAndKeepsNoFacts() {
        long snapshots =
                bench.core.networks().snapshots("alpha", PageRequest.first()).total();
        AuditView preview =
                tried(changed(Map.of("product.name", List.of("a")), Map.of("product", Map.of("name", "z"))));

        assertThat(changes(before, preview)).allSatisfy(change -> {
            assertThat(change.from().outcome()).isEqualTo(Outcome.PASS);
            assertThat(change.to().outcome()).isEqualTo(Outcome.FAIL);
        });
        assertThat(changes(before, preview)).isNotEmpty();
        assertThat(bench.core.networks().snapshots("alpha", PageRequest.first()).total())
                .isEqualTo(snapshots);
        assertThat(preview.snapshot()).isNotEqualTo(before.snapshot());
    }

    @Test
    void isListedApartAndSaysWhatItSupposes() {
        AuditView preview = tried(staged("2.0.0"));

        assertThat(preview.trial()).containsEntry("packs", Map.of(REGIME, "2.0.0"));
        assertThat(before.trial()).isEmpty();
        assertThat(bench.core.audits().list("alpha", false, PageRequest.first()).items())
                .extracting(AuditView::id)
                .contains(before.id())
                .doesNotContain(preview.id());
        assertThat(bench.core.audits().list("alpha", true, PageRequest.first()).items())
                .extracting(AuditView::id)
                .containsExactly(preview.id());
    }

    @Test
    void isNoProof() {
        AuditView preview = tried(staged("2.0.0"));

        assertThatThrownBy(() -> bench.core.audits().export(preview.id(), "ann"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("supposes what is not so");
    }

    @Test
    void refusesWhatCannotBeSupposed() {
        assertThatThrownBy(() -> tried(staged("9.9.9")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("has no pack 9.9.9");
        assertThatThrownBy(() -> tried(changed(Map.of("supplier", List.of("nobody")), Map.of("status", "spare"))))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no component has supplier nobody");
        assertThatThrownBy(() -> tried(changed(Map.of(), Map.of("kind", "balloon"))))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> tried(new Trial(Map.of("xx-two", "1.0.0"), List.of())))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("not audited");
    }
}
