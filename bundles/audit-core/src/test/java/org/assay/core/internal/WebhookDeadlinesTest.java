package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.assay.core.Webhooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which days are told, and when again. */
class WebhookDeadlinesTest {
    @TempDir
    private Path data;

    private WebhookBench hooks;

    @BeforeEach
    void open() {
        hooks = new WebhookBench(data);
    }

    @Test
    void aDayThatComesNearIsToldTwice() {
        hooks.subscribe(Webhooks.DEADLINE_APPROACHING);
        for (int day = 0; day < 20; day++) {
            hooks.announce();
            hooks.announce();
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofDays(1));
        }
        assertThat(hooks.receiver.taken())
                .extracting(
                        request -> request.json().path("data").path("daysLeft").asInt())
                .containsExactly(14, 2);
        assertThat(hooks.receiver.taken().get(0).body()).contains("Ask for a decision", "Act, 3", "operator");
    }

    @Test
    void whatIsOverdueAgainIsToldAgain() {
        hooks.subscribe(Webhooks.DEADLINE_OVERDUE);
        hooks.bench.clock.forward(Duration.ofDays(20));
        for (int round = 0; round < 3; round++) {
            hooks.send("good");
            hooks.tell();
            hooks.tell();
            hooks.send("good", "");
            hooks.tell();
        }
        assertThat(hooks.told("overdueSince")).containsExactly("2026-12-06", "2026-12-06", "2026-12-06");
        assertThat(hooks.told("severity")).as("in the API's words").containsOnly("critical");
        assertThat(hooks.receiver.taken()).extracting(WebhookBench.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void whatJoinsADayThatWasToldIsToldWithItAndWhatLeavesIsNot() {
        String other = WebhookBench.FILE.replace("\"f\"", "\"g\"");
        hooks.subscribe(Webhooks.DEADLINE_OVERDUE);
        hooks.bench.clock.forward(Duration.ofDays(20));
        hooks.tell();
        hooks.send("good", WebhookBench.FILE, other);
        hooks.tell();
        hooks.tell();
        hooks.send("good", other);
        hooks.tell();
        assertThat(hooks.told("count")).containsExactly("1", "2");
        hooks.send("good");
        hooks.tell();
        assertThat(hooks.told("count")).as("one takes the place of another").containsExactly("1", "2", "1");
    }
}
