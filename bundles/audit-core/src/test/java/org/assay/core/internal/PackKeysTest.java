package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackKeys;
import org.assay.core.PackKeys.KeyView;
import org.assay.core.PackKeys.NewKey;
import org.assay.core.PackKeys.State;
import org.assay.core.PackState;
import org.assay.core.PageRequest;
import org.assay.engine.dsse.UntrustedPackException;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys packs may be signed with. */
class PackKeysTest {
    private static final String REGIME = "xx-one";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path data;

    private Bench bench;
    private PackKeys keys;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        keys = bench.core.packKeys();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static NewKey strangers(List<String> regimes, Instant until) {
        return new NewKey(TestPacks.strangersKey(), "theirs", regimes, null, until);
    }

    private void stageTheirs() {
        bench.core.packs().stage(REGIME, TestPacks.signedByAStranger(REGIME, "2.0.0"), "ann");
    }

    private void refuses(String code) {
        assertThatThrownBy(this::stageTheirs).isInstanceOfSatisfying(UntrustedPackException.class, e -> assertThat(
                        e.faults().get(0).code())
                .isEqualTo(code));
        assertThat(bench.core.packs().list(REGIME)).hasSize(1);
    }

    @Test
    void aKeyCountsFromTheMomentItIsAdded() {
        refuses("unknown-key-id");
        PackKeys.Added added = keys.add(strangers(List.of("xx-*"), null), "ann");
        stageTheirs();

        assertThat(added.isNew()).isTrue();
        assertThat(added.key().state()).isEqualTo(State.VALID);
        assertThat(added.key().from()).isEqualTo(NOW);
        assertThat(bench.core.packs().get(REGIME, "2.0.0").signedBy())
                .containsExactly(added.key().id());
        assertThat(keys.list()).extracting(KeyView::addedBy).containsExactlyInAnyOrder("assay-trust/", "ann");
    }

    @Test
    void aKeySignsOnlyForItsRegimes() {
        keys.add(strangers(List.of("xx-two", "yy-*"), null), "ann");
        refuses("key-wrong-regime");
        PackKeys.Added changed = keys.add(strangers(List.of("xx-two", "xx-one"), null), "ann");
        stageTheirs();

        assertThat(changed.isNew()).isFalse();
    }

    @Test
    void aKeyCountsWithinItsDaysOnly() {
        NewKey later =
                new NewKey(TestPacks.strangersKey(), "theirs", List.of("*"), NOW.plusSeconds(60), NOW.plusSeconds(120));
        keys.add(later, "ann");
        refuses("key-not-yet-valid");
        bench.clock.forward(Duration.ofSeconds(120));
        refuses("key-expired");
        assertThat(keys.list()).extracting(KeyView::state).contains(State.EXPIRED);
        keys.add(strangers(List.of("*"), null), "ann");
        stageTheirs();
    }

    @Test
    void aKeyThatEndsStopsNoPackThatWasTakenBefore() {
        keys.add(strangers(List.of("*"), NOW.plusSeconds(60)), "ann");
        stageTheirs();
        bench.clock.forward(Duration.ofSeconds(60));

        assertThat(bench.core.packs().activate(REGIME, "2.0.0", "bob").state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void whatARevokedKeySignedIsNeitherTakenNorActivated() {
        String id = keys.add(strangers(List.of("*"), null), "ann").key().id();
        stageTheirs();
        KeyView revoked = keys.revoke(id, "it was stolen", "bob");

        assertThat(revoked.state()).isEqualTo(State.REVOKED);
        assertThat(List.of(revoked.revokedAt(), revoked.revokedBy(), revoked.reason()))
                .containsExactly(NOW, "bob", "it was stolen");
        assertThatThrownBy(() -> bench.core.packs().activate(REGIME, "2.0.0", "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("key-revoked"))
                .hasMessageContaining("it was stolen");
        assertThatThrownBy(this::stageTheirs)
                .isInstanceOf(UntrustedPackException.class)
                .hasMessageContaining("it was stolen");
        assertThat(bench.core.packs().get(REGIME, "2.0.0").doubt()).contains("it was stolen");
        assertThat(bench.core.packs().get(REGIME, "1.0.0").doubt()).isEmpty();
    }

    @Test
    void aRevocationIsForGood() throws IOException {
        keys.revoke(TestPacks.KEY_ID, "it was lost", "ann");
        Files.copy(data.resolve("assay-trust/ours.pem"), data.resolve("assay-trust/again.pem"));
        bench = bench.restart();

        assertThat(bench.core.packKeys().list()).extracting(KeyView::state).containsExactly(State.REVOKED);
        assertThatThrownBy(() -> bench.core.packKeys().revoke(TestPacks.KEY_ID, "again", "ann"))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann"))
                .isInstanceOf(UntrustedPackException.class);
    }

    @Test
    void theFolderAddsWhileTheServiceRunsAndTakesNothingAway() throws IOException {
        Path ours = data.resolve("assay-trust/ours.pem");
        Files.writeString(data.resolve("assay-trust/new.pem"), TestPacks.strangersKey());
        Files.delete(ours);
        stageTheirs();
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "b"), "ann");

        assertThat(keys.list()).hasSize(2);
        assertThat(keys.list()).extracting(KeyView::state).containsOnly(State.VALID);
    }

    @Test
    void everyStepIsInTheLedger() {
        String id = keys.add(strangers(List.of("*"), null), "ann").key().id();
        keys.revoke(id, "it was stolen", "bob");

        assertThat(bench.core.ledger().entries(new PageRequest(null, 100)).items())
                .filteredOn(entry -> entry.kind().equals("key"))
                .extracting(entry -> entry.body())
                .satisfiesExactly(
                        body -> assertThat(body).contains("\"step\":\"ADDED\"", TestPacks.KEY_ID),
                        body -> assertThat(body).contains("\"step\":\"ADDED\"", id, "\"who\":\"ann\""),
                        body -> assertThat(body)
                                .contains("\"step\":\"REVOKED\"", "\"reason\":\"it was stolen\"", "\"who\":\"bob\""));
    }

    @Test
    void refusesWhatIsNoKeyOrNoReasonOrNoRegime() {
        assertThatThrownBy(() -> keys.add(new NewKey("no key", "", List.of("*"), null, null), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("PUBLIC KEY");
        assertThatThrownBy(() -> keys.add(strangers(List.of(), null), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("0 regimes");
        assertThatThrownBy(() -> keys.add(strangers(List.of("DE BSI"), null), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("/regimes/0");
        assertThatThrownBy(() -> keys.add(strangers(List.of("*"), NOW), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("/until");
        assertThatThrownBy(() -> keys.revoke(TestPacks.KEY_ID, " ", "ann")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> keys.revoke("00", "why", "ann")).isInstanceOf(NotFoundException.class);
        assertThat(keys.list()).hasSize(1);
    }
}
