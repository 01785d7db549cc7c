package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.dsse.Keys;
import org.assay.engine.ledger.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second holder of checkpoints checks, without a server. */
class LedgerGrowthTest {
    private static final int FIRST = 5;
    private static final int SECOND = 12;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final KeyPair key = Keys.generate();

    @BeforeEach
    void writeTheKey() throws IOException {
        Files.writeString(folder.resolve("key.pem"), Keys.pem(key.getPublic()));
    }

    private static MerkleTree tree(int size, String word) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf((word + i).getBytes(StandardCharsets.UTF_8)));
        }
        return MerkleTree.of(leaves);
    }

    private String note(String origin, MerkleTree tree, KeyPair by) {
        return new Checkpoint(origin, tree.size(), tree.root()).sign(by);
    }

    private int verify(String older, String newer, List<byte[]> hashes) throws IOException {
        Path checkpoint = Files.writeString(folder.resolve("older"), older);
        String all = String.join(
                "\",\"", hashes.stream().map(HexFormat.of()::formatHex).toList());
        String json = "{\"from\":5,\"hashes\":[\"" + all + "\"],\"ledger\":{\"checkpoint\":\""
                + newer.replace("\n", "\\n") + "\"}}";
        Path proof = Files.writeString(folder.resolve("proof.json"), json);
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Session session = new Session(
                layout,
                new ServiceControl(layout),
                new Terminal(new PrintWriter(out), false, 120),
                new Terminal(new PrintWriter(err), false, 120),
                new ByteArrayOutputStream());
        return Main.run(
                session,
                "verify",
                proof.toString(),
                "--since",
                checkpoint.toString(),
                "--key",
                folder.resolve("key.pem").toString());
    }

    private List<byte[]> honest() {
        return tree(SECOND, "entry").consistencyProof(FIRST);
    }

    @Test
    void showsThatALedgerOnlyGrew() throws IOException {
        String older = note("assay/1", tree(FIRST, "entry"), key);
        String newer = note("assay/1", tree(SECOND, "entry"), key);

        assertThat(verify(older, newer, honest())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("only grew, from 5 to 12 entries");
    }

    @Test
    void tellsThatAnEntryWasChanged() throws IOException {
        String older = note("assay/1", tree(FIRST, "other"), key);
        String newer = note("assay/1", tree(SECOND, "entry"), key);

        assertThat(verify(older, newer, honest())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("NOT shown", "do not begin with the 5");
    }

    @Test
    void tellsThatEntriesWentThatAnotherSignedOrThatItIsAnotherLedger() throws IOException {
        String small = note("assay/1", tree(FIRST, "entry"), key);
        String large = note("assay/1", tree(SECOND, "entry"), key);

        assertThat(verify(large, small, honest())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the later one only 5");
        assertThat(verify(small, note("assay/1", tree(SECOND, "entry"), Keys.generate()), honest()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no checkpoint that was signed by the key");
        assertThat(verify(small, note("assay/2", tree(SECOND, "entry"), key), honest()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("are of two ledgers");
    }
}
