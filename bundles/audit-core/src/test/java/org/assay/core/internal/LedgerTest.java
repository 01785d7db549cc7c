package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.assay.core.AuditView;
import org.assay.core.Ledger;
import org.assay.core.Ledger.Entry;
import org.assay.core.NotFoundException;
import org.assay.core.PageRequest;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.dsse.Keys;
import org.assay.engine.ledger.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AuditView somethingHappens() {
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
        bench.core.packs().activate(REGIME, "2.0.0", "bob");
        return bench.audit("alpha", REGIME);
    }

    private List<Entry> entries() {
        return bench.core.ledger().entries(PageRequest.first()).items();
    }

    @Test
    void recordsWhatHappenedInOrder() {
        AuditView audit = somethingHappens();

        assertThat(entries())
                .extracting(Entry::kind)
                .containsExactly("token", "key", "regime", "pack", "pack", "snapshot", "pack", "pack", "pack", "audit");
        assertThat(entries().get(7).body())
                .contains("\"step\":\"ACTIVATED\"", "\"version\":\"2.0.0\"", "\"who\":\"bob\"", "\"number\":7");
        Entry entry = entries().get(9);
        assertThat(entry.about()).isEqualTo(audit.id());
        assertThat(entry.body())
                .contains(
                        audit.snapshot(),
                        audit.regimes().get(0).packDigest(),
                        audit.regimes().get(0).verdictDigest());
    }

    @Test
    void provesEveryEntryUnderASignedCheckpoint() {
        somethingHappens();

        for (Entry entry : entries()) {
            Ledger.Inclusion proof = bench.core.ledger().proof(entry.number());
            Checkpoint checkpoint = opened(proof.head());
            byte[] leaf = MerkleTree.leaf(entry.body().getBytes(StandardCharsets.UTF_8));
            assertThat(MerkleTree.verifyInclusion(
                            leaf, entry.number(), checkpoint.size(), bytes(proof.hashes()), checkpoint.root()))
                    .as("entry %d", entry.number())
                    .isTrue();
        }
    }

    @Test
    void provesThatItOnlyGrew() {
        bench.network("alpha", "a");
        Checkpoint before = opened(bench.core.ledger().head());
        somethingHappens();
        Ledger.Consistency proof = bench.core.ledger().consistency(before.size());
        Checkpoint after = opened(proof.head());

        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(MerkleTree.verifyConsistency(
                        before.size(), before.root(), after.size(), after.root(), bytes(proof.hashes())))
                .isTrue();
    }

    @Test
    void goesOnAfterARestartUnderTheSameNameAndKey() {
        somethingHappens();
        Ledger.Head before = bench.core.ledger().head();
        bench = bench.restart();

        assertThat(bench.core.ledger().head()).isEqualTo(before);
    }

    @Test
    void keepsItsKeyToItself() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/ledger.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsNoEntryAndNoSizeThatItNeverHad() {
        assertThatThrownBy(() -> bench.core.ledger().proof(99)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.core.ledger().consistency(0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.core.ledger().consistency(99)).isInstanceOf(NotFoundException.class);
    }

    private static Checkpoint opened(Ledger.Head head) {
        Checkpoint checkpoint = Checkpoint.open(head.checkpoint(), Keys.readPublic(head.publicKey()))
                .orElseThrow(() -> new AssertionError("no checkpoint: " + head.checkpoint()));
        assertThat(checkpoint.size()).isEqualTo(head.size());
        return checkpoint;
    }

    private static List<byte[]> bytes(List<String> hashes) {
        return hashes.stream().map(HexFormat.of()::parseHex).toList();
    }
}
