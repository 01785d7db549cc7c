package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.core.ConflictException;
import org.assay.core.Idempotency.Replayed;
import org.assay.core.Idempotency.Reply;
import org.assay.core.internal.access.IdempotencyService;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase.Kind;
import org.assay.store.internal.sql.SqlStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Idempotency keys of several nodes on one database: each request is done once, whoever is asked again. */
@ParameterizedClass
@EnumSource(Kind.class)
class KeysOfNodesTest {
    private static final Node A = new Node("node-a");
    private static final Node B = new Node("node-b");

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private final StoreBench.HandClock clock = new StoreBench.HandClock();
    private final AtomicInteger done = new AtomicInteger();
    private HikariDataSource pool;
    private SqlStore store;

    @BeforeEach
    void open() {
        pool = kind.create(folder).pool();
        store = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private IdempotencyService starts(Node node) {
        return new IdempotencyService(store, new Moments(clock), new Json(), node);
    }

    private Replayed ask(IdempotencyService node) {
        return node.once("ann", "k", "POST /x", this::work);
    }

    private Reply work() {
        done.incrementAndGet();
        return new Reply(204, "", "", "", new byte[0]);
    }

    /** While a node is at the first request with the key. */
    private Replayed whileAtWork(IdempotencyService node, Runnable meanwhile) {
        return node.once("ann", "k", "POST /x", () -> {
            meanwhile.run();
            return work();
        });
    }

    private void isRefusedAsAtWork(IdempotencyService node) {
        assertThatThrownBy(() -> ask(node)).isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.type())
                .isEqualTo("request-in-progress"));
    }

    @Test
    void aNodeThatStartsLeavesTheOthersTheirKeys() {
        whileAtWork(starts(A), () -> isRefusedAsAtWork(starts(B)));

        assertThat(ask(starts(B)).repeated()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void aNodeThatStartsAgainFreesItsOwnKeysAtOnce() {
        claimed(A, clock.instant().plusSeconds(120));
        isRefusedAsAtWork(starts(B));

        assertThat(ask(starts(A)).repeated()).isFalse();
        assertThat(ask(starts(B)).repeated()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void theKeysOfANodeThatIsGoneAreFreeOnceItsTimeRanOut() {
        IdempotencyService b = starts(B);
        claimed(A, clock.instant().plusSeconds(120));
        clock.forward(Duration.ofSeconds(120));
        b.hold();
        isRefusedAsAtWork(b);
        clock.forward(Duration.ofSeconds(1));
        b.hold();

        assertThat(ask(b).repeated()).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatTakesLongIsHeldForAsLongAsTheNodeRuns() {
        IdempotencyService a = starts(A);
        IdempotencyService b = starts(B);
        whileAtWork(a, () -> {
            for (int i = 0; i < 40; i++) {
                clock.forward(Duration.ofSeconds(15));
                a.hold();
                b.hold();
            }
            isRefusedAsAtWork(b);
            isRefusedAsAtWork(starts(B));
        });

        assertThat(ask(b).repeated()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void aKeyThatWasFreedTooEarlyIsKeptWithItsReplyAllTheSame() {
        IdempotencyService b = starts(B);
        whileAtWork(starts(A), () -> {
            clock.forward(Duration.ofMinutes(3));
            b.hold();
        });

        assertThat(ask(b).repeated()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void aNodeThatComesTooLateLeavesAnotherItsClaim() {
        IdempotencyService b = starts(B);
        whileAtWork(starts(A), () -> {
            clock.forward(Duration.ofMinutes(3));
            b.hold();
            claimed(B, clock.instant().plusSeconds(120));
        });

        isRefusedAsAtWork(starts(A));
        assertThat(store.read((Transaction tx) -> tx.access().reply("ann", "k"))
                        .orElseThrow()
                        .node())
                .isEqualTo(B.id());
    }

    /** As a process leaves it that is killed at work. */
    private void claimed(Node node, Instant heldUntil) {
        store.write(tx -> {
            tx.access().claim(new ReplyRow("ann", "k", "POST /x", clock.instant(), node.id(), heldUntil, null));
            return true;
        });
    }
}
