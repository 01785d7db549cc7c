package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Random;
import org.assay.core.AuditView;
import org.assay.core.PageRequest;
import org.assay.engine.dsse.Keys;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.export.ExportException;
import org.assay.engine.export.ExportVerifier;
import org.assay.engine.export.VerifiedAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String REGIME = "xx-one";
    private static final int CHANGES = 1000;

    @TempDir
    private Path data;

    private final ExportVerifier verifier = new ExportVerifier(new CompiledEvaluator());
    private Bench bench;
    private AuditView audit;
    private PublicKey key;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        audit = bench.audit("alpha", REGIME);
        key = Keys.readPublic(bench.core.ledger().head().publicKey());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bench.core.audits().export(audit.id(), "ann").write(out);
        return out.toByteArray();
    }

    private VerifiedAudit verify(byte[] export) throws IOException {
        return verifier.verify(new ByteArrayInputStream(export), key);
    }

    @Test
    void isCheckedWithNothingButTheFileAndTheKey() throws IOException {
        VerifiedAudit verified = verify(export());

        assertThat(verified.audit()).isEqualTo(audit.id());
        assertThat(verified.snapshot()).isEqualTo(audit.snapshot());
        assertThat(verified.parts()).singleElement().satisfies(part -> {
            assertThat(part.pack()).isEqualTo(audit.regimes().get(0).packDigest());
            assertThat(part.verdicts()).isEqualTo(audit.regimes().get(0).verdictDigest());
        });
    }

    @Test
    void notesWhoTookIt() throws IOException {
        long before = bench.core.ledger().head().size();
        export();

        assertThat(bench.core.ledger().entries(PageRequest.first()).items())
                .last()
                .satisfies(entry -> {
                    assertThat(entry.number()).isEqualTo(before);
                    assertThat(entry.kind()).isEqualTo("export");
                    assertThat(entry.about()).isEqualTo(audit.id());
                    assertThat(entry.body()).contains("\"who\":\"ann\"");
                });
    }

    @Test
    void showsAnySingleChangedByte() throws IOException {
        byte[] export = export();
        Random random = new Random(7);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = export.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> verify(changed)).as("byte %d", at).isInstanceOf(ExportException.class);
        }
    }

    @Test
    void showsWhereItWasCutOrGrew() throws IOException {
        byte[] export = export();
        for (int length = 0; length < export.length; length += 97) {
            byte[] cut = Arrays.copyOf(export, length);
            assertThatThrownBy(() -> verify(cut)).isInstanceOf(ExportException.class);
        }
        byte[] longer = Arrays.copyOf(export, export.length + 1);
        assertThatThrownBy(() -> verify(longer)).isInstanceOf(ExportException.class);
    }

    @Test
    void isOfNoWorthUnderAnotherKey() throws IOException {
        byte[] export = export();
        assertThatThrownBy(() -> verifier.verify(
                        new ByteArrayInputStream(export), Keys.generate().getPublic()))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("sealed by the key");
    }

    @Test
    void isReadableAsLines() throws IOException {
        assertThat(new String(export(), StandardCharsets.UTF_8).lines().limit(2))
                .first()
                .isEqualTo("{\"format\":\"assay.audit/1\"}");
    }
}
