package org.assay.store.internal.sql;

import static org.assay.store.internal.sql.SampleRows.LATER;
import static org.assay.store.internal.sql.SampleRows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.TokenLine;
import org.assay.core.store.TokenRow;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows about tokens and kept replies. */
@ParameterizedClass
@EnumSource(Kind.class)
class SqlAccessTest {
    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private SqlBench bench;

    @BeforeEach
    void start() {
        bench = new SqlBench(kind, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void remembersWhoMadeTokensThatAreGone() {
        bench.change(tx -> tx.access().addToken(new TokenRow("ann", "sha256:h", NOON, "admin")));
        bench.change(tx -> tx.access().removeToken("ann"));
        bench.change(tx -> tx.access().addToken(new TokenRow("ann", "sha256:i", NOON, "bob")));
        bench.change(tx -> tx.access().addToken(new TokenRow("eve", "sha256:j", NOON, "ann")));
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.access().lines()))
                .containsExactly(
                        new TokenLine("ann", 1, "admin", 0),
                        new TokenLine("ann", 2, "bob", 0),
                        new TokenLine("eve", 1, "ann", 2));
    }

    @Test
    void keepsTokensAndReplies() {
        TokenRow token = new TokenRow("admin", "sha256:h", NOON, "first start");
        ReplyRow claim = new ReplyRow("admin", "k-1", "POST /audits", NOON, "node-a", LATER, null);
        ReplyRow answered = claim.answered("{\"status\":201}");
        bench.change(tx -> {
            tx.access().addToken(token);
            tx.access().claim(claim);
            tx.access().claim(new ReplyRow("admin", "k-2", "POST /audits", LATER, "node-a", LATER, null));
        });
        assertThat(bench.write((Transaction tx) -> tx.access().answer(answered)))
                .isTrue();
        assertThat(bench.write((Transaction tx) -> tx.access().answer(answered)))
                .as("answered once")
                .isFalse();
        bench.restart();

        assertThat(bench.read((Transaction tx) -> tx.access().tokens())).containsExactly(token);
        assertThat(bench.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .contains(answered);
        bench.change(tx -> {
            tx.access().removeReplies(NOON);
            tx.access().removeClaims("node-a");
        });
        assertThat(bench.read((Transaction tx) -> tx.access().reply("admin", "k-2")))
                .isEmpty();
        assertThat(bench.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .contains(answered);
        bench.change(tx -> tx.access().removeReplies(LATER));
        assertThat(bench.read((Transaction tx) -> tx.access().reply("admin", "k-1")))
                .isEmpty();
        assertThat(bench.write((Transaction tx) -> tx.access().removeToken("admin")))
                .isTrue();
        assertThat(bench.write((Transaction tx) -> tx.access().removeToken("admin")))
                .isFalse();
    }
}
