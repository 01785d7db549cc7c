package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assay.core.Webhooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes later is told what still is, and not what was. */
class WebhookSubscribersTest {
    private static final String DECISION =
            "{\"id\": \"d\", \"kind\": \"decision\", \"about\": [\"f\"], \"issued\": \"2026-12-10\"}";

    @TempDir
    private Path data;

    private WebhookBench hooks;

    @BeforeEach
    void open() {
        hooks = new WebhookBench(data);
    }

    /** The types of what one of them was sent or is still to be sent. */
    private List<String> types(Webhooks.Secret webhook) {
        return hooks.webhooks.deliveries(webhook.webhook().id(), null).stream()
                .map(Webhooks.Delivery::event)
                .toList();
    }

    @Test
    void aSecondSubscriberIsToldWhatIsOverdueAndTheFirstIsNotToldAgain() {
        Webhooks.Secret first = hooks.subscribe();
        hooks.bench.clock.forward(Duration.ofDays(20));
        hooks.tell();
        assertThat(types(first)).containsExactlyInAnyOrder(Webhooks.CASE_MOVED, Webhooks.DEADLINE_OVERDUE);
        Webhooks.Secret second = hooks.subscribe();
        hooks.tell();
        hooks.tell();
        assertThat(types(second)).containsExactly(Webhooks.DEADLINE_OVERDUE);
        assertThat(types(first)).hasSize(2);
    }

    @Test
    void whatIsNearIsToldToWhoSubscribesInThePlaceOfOneThatCouldNotBeReached() {
        hooks.receiver.down(true);
        Webhooks.Secret lost = hooks.subscribe();
        hooks.tell();
        assertThat(types(lost)).containsExactly(Webhooks.DEADLINE_APPROACHING);
        hooks.webhooks.remove(lost.webhook().id(), "tester");
        hooks.receiver.down(false);
        hooks.subscribe();
        hooks.tell();
        hooks.tell();
        assertThat(hooks.types()).containsExactly(Webhooks.DEADLINE_APPROACHING);
    }

    @Test
    void whatMovedWhileNobodyWantedToKnowIsNotTold() {
        Webhooks.Secret first = hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.tell();
        hooks.webhooks.remove(first.webhook().id(), "tester");
        hooks.bench.clock.forward(Duration.ofDays(20));
        Webhooks.Secret second = hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.tell();
        assertThat(types(second)).isEmpty();
        hooks.send("good", WebhookBench.FILE, DECISION);
        hooks.tell();
        assertThat(hooks.told("state")).containsExactly("DECIDED");
    }

    @Test
    void whatMovedBeforeASecondSubscribedIsToldToTheFirstAlone() {
        Webhooks.Secret first = hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.bench.clock.forward(Duration.ofDays(20));
        Webhooks.Secret second = hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.send("good", WebhookBench.FILE, DECISION);
        hooks.tell();
        assertThat(types(first)).hasSize(2);
        assertThat(types(second)).hasSize(1);
    }

    @Test
    void findingsOfTheFirstAuditAfterSomebodySubscribedAreTold() {
        hooks.bench.audit("alpha", "xx-one");
        hooks.subscribe(Webhooks.FINDING_OPENED);
        hooks.send("bad");
        hooks.bench.audit("alpha", "xx-one");
        hooks.tell();
        assertThat(hooks.types()).containsExactly(Webhooks.FINDING_OPENED);
    }

    @Test
    void findingsThatOpenedWhileNobodyWantedToKnowAreNotTold() {
        Webhooks.Secret first = hooks.subscribe(Webhooks.FINDING_OPENED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.tell();
        hooks.webhooks.remove(first.webhook().id(), "tester");
        hooks.send("bad");
        hooks.bench.audit("alpha", "xx-one");
        hooks.subscribe(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        hooks.subscribe(Webhooks.FINDING_CLOSED);
        hooks.tell();
        assertThat(hooks.types()).isEmpty();
        hooks.send("good");
        hooks.bench.audit("alpha", "xx-one");
        hooks.tell();
        assertThat(hooks.types()).containsExactly(Webhooks.FINDING_CLOSED, Webhooks.FINDING_CLOSED);
    }

    @Test
    void whoWantsMoreFromNowOnIsToldOfThatAsWhoSubscribes() {
        Webhooks.Secret made = hooks.subscribe(Webhooks.DEADLINE_APPROACHING, Webhooks.CASE_MOVED);
        hooks.tell();
        change(made, Webhooks.DEADLINE_APPROACHING);
        hooks.bench.clock.forward(Duration.ofDays(20));
        hooks.tell();
        change(made, Webhooks.CASE_MOVED, Webhooks.DEADLINE_OVERDUE);
        hooks.tell();
        hooks.tell();
        assertThat(hooks.types()).containsExactly(Webhooks.DEADLINE_APPROACHING, Webhooks.DEADLINE_OVERDUE);
    }

    private void change(Webhooks.Secret made, String... events) {
        hooks.webhooks.change(made.webhook().id(), WebhookBench.URL, Set.of(events), null, null, "tester");
    }
}
