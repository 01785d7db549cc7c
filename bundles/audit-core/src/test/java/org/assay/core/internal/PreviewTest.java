package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Ledger;
import org.assay.core.NotFoundException;
import org.assay.core.PackView;
import org.assay.core.PageRequest;
import org.assay.core.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview that an activation relied on is kept with it. */
class PreviewTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AuditView preview(String version, LocalDate asOf, List<Trial.Change> changes) {
        Trial trial = new Trial(Map.of(REGIME, version), changes);
        return bench.core
                .audits()
                .create(new AuditRequest("alpha", List.of(REGIME), asOf, null, null, Map.of(), trial), "ann");
    }

    private AuditView preview(String version) {
        return preview(version, null, List.of());
    }

    private PackView activate(String version, Instant at, String... previews) {
        return bench.core.packs().activate(REGIME, version, at, List.of(previews), "bob");
    }

    private String inLedger(String step) {
        return bench.core.ledger().entries(PageRequest.first()).items().stream()
                .map(Ledger.Entry::body)
                .filter(body -> body.contains("\"step\":\"" + step + "\"") && body.contains("\"version\":\"2.0.0\""))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void itIsKeptShownAndInTheLedger() {
        AuditView preview = preview("2.0.0");
        PackView active = activate("2.0.0", null, preview.id(), preview.id());

        assertThat(active.previews()).containsExactly(new PackView.Preview(preview.id(), bench.clock.instant(), "bob"));
        assertThat(bench.core.packs().get(REGIME, "2.0.0").previews()).isEqualTo(active.previews());
        assertThat(inLedger("ACTIVATED"))
                .contains(preview.id(), preview.regimes().get(0).verdictDigest());
    }

    @Test
    void aPlanReliesOnItAsThingsStoodWhenItWasMade() {
        AuditView preview = preview("2.0.0");
        activate("2.0.0", bench.clock.instant().plus(Duration.ofHours(2)), preview.id());
        bench.snapshot("alpha", "c");
        bench.clock.forward(Duration.ofHours(3));
        bench.audit("alpha", REGIME);

        assertThat(inLedger("PLANNED")).contains(preview.id());
        assertThat(inLedger("ACTIVATED")).contains(preview.id());
        assertThat(bench.core.packs().get(REGIME, "2.0.0").previews()).hasSize(1);
    }

    @Test
    void oneOfOtherThingsIsRefusedAndNothingIsActivated() {
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "c"), "ann");
        refused(preview("3.0.0").id(), "supposes the pack");
        refused(bench.audit("alpha", REGIME).id(), "does not suppose a pack");
        refused(preview("2.0.0", LocalDate.parse("2025-12-31"), List.of()).id(), "none of the days");
        Trial.Change change = new Trial.Change(Map.of("product.name", List.of("a")), Map.of("status", "spare"));
        refused(preview("2.0.0", null, List.of(change)).id(), "other components");
        String stale = preview("2.0.0").id();
        bench.snapshot("alpha", "z");
        refused(stale, "snapshot 1 of alpha, the newest is 2");
        assertThatThrownBy(() -> activate("2.0.0", null, "none")).isInstanceOf(NotFoundException.class);
        assertThat(bench.core.packs().get(REGIME, "2.0.0").activatedAt()).isNull();
        assertThat(bench.core.packs().get(REGIME, "2.0.0").previews()).isEmpty();
    }

    private void refused(String preview, String why) {
        assertThatThrownBy(() -> activate("2.0.0", null, preview))
                .isInstanceOfSatisfying(ConflictException.class, refused -> assertThat(refused.type())
                        .isEqualTo("preview-of-other"))
                .hasMessageContaining(why);
    }

    @Test
    void goingBackReliesOnOneToo() {
        bench.core.packs().activate(REGIME, "2.0.0", "bob");
        AuditView preview = preview("1.0.0");
        PackView back = bench.core.packs().rollback(REGIME, "1.0.0", null, List.of(preview.id()), "bob");
        assertThat(back.previews()).extracting(PackView.Preview::audit).containsExactly(preview.id());
    }
}
