package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.core.ConflictException;
import org.assay.core.Idempotency.Replayed;
import org.assay.core.Idempotency.Reply;
import org.assay.core.IdempotencyConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Tokens;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
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

    private String firstToken() throws IOException {
        return Files.readString(data.resolve("token")).strip();
    }

    @Test
    void makesTheFirstTokenOnceInAFileOfItsOwner() throws IOException {
        String secret = firstToken();

        assertThat(bench.core.tokens().authenticate(secret)).contains("admin");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("token"))))
                .isEqualTo("rw-------");
        bench = bench.restart();
        assertThat(firstToken()).isEqualTo(secret);
        assertThat(bench.core.tokens().list()).hasSize(1);
    }

    @Test
    void handsATokenOutOnceAndKeepsOnlyItsHash() {
        Tokens.NewToken token = bench.core.tokens().add("ci", "admin");

        assertThat(bench.core.tokens().authenticate(token.secret())).contains("ci");
        assertThat(bench.core.tokens().authenticate(token.secret() + "x")).isEmpty();
        assertThat(bench.core.tokens().authenticate("")).isEmpty();
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(bench.store.read(tx -> tx.access().tokens()).toString()).doesNotContain(token.secret());
        assertThatThrownBy(() -> bench.core.tokens().add("ci", "admin"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("token-exists"));
        assertThatThrownBy(() -> bench.core.tokens().add("C I", "admin")).isInstanceOf(FaultException.class);
    }

    @Test
    void withdrawsATokenAtOnce() {
        String secret = bench.core.tokens().add("ci", "admin").secret();

        bench.core.tokens().revoke("ci", "admin");

        assertThat(bench.core.tokens().authenticate(secret)).isEmpty();
        assertThatThrownBy(() -> bench.core.tokens().revoke("ci", "admin")).isInstanceOf(NotFoundException.class);
    }

    private Replayed once(String key, String request, AtomicInteger calls) {
        return bench.core.idempotency().once("ann", key, request, () -> {
            String body = "call " + calls.incrementAndGet();
            return new Reply(201, "/x", "\"1\"", "application/json", body.getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void answersARepeatedRequestAsTheFirst() {
        AtomicInteger calls = new AtomicInteger();
        Replayed first = once("k", "POST /x 1", calls);
        bench = bench.restart();
        Replayed second = once("k", "POST /x 1", calls);

        assertThat(calls).hasValue(1);
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.reply()).usingRecursiveComparison().isEqualTo(first.reply());
        assertThatThrownBy(() -> once("k", "POST /x 2", calls)).isInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    void freesTheKeyOfARequestThatFailed() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> bench.core.idempotency().once("ann", "k", "r", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(once("k", "r", calls).repeated()).isFalse();
    }

    @Test
    void tellsARepetitionThatTheFirstIsStillAtWork() {
        AtomicInteger calls = new AtomicInteger();

        bench.core.idempotency().once("ann", "k", "r", () -> {
            assertThatThrownBy(() -> once("k", "r", calls))
                    .isInstanceOfSatisfying(
                            ConflictException.class, e -> assertThat(e.type()).isEqualTo("request-in-progress"));
            return new Reply(204, "", "", "", new byte[0]);
        });

        assertThat(calls).hasValue(0);
        assertThat(once("k", "r", calls).reply().status()).isEqualTo(204);
    }

    @Test
    void keepsRepliesForADay() {
        AtomicInteger calls = new AtomicInteger();
        once("k", "r", calls);
        bench.clock.forward(Duration.ofHours(23));
        bench = bench.restart();
        assertThat(once("k", "r", calls).repeated()).isTrue();
        bench.clock.forward(Duration.ofHours(2));
        bench = bench.restart();

        assertThat(once("k", "r", calls).repeated()).isFalse();
        assertThat(calls).hasValue(2);
    }

    @Test
    void refusesAKeyThatIsNone() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> once(" ", "r", calls)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> once("k".repeat(201), "r", calls)).isInstanceOf(FaultException.class);
    }
}
