package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.core.ConflictException;
import org.assay.core.Webhooks;
import org.assay.core.Webhooks.Delivery;
import org.assay.core.Webhooks.State;
import org.assay.core.store.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent, when, how often and with which signature. */
class WebhookDeliveriesTest {
    @TempDir
    private Path data;

    private WebhookBench hooks;

    @BeforeEach
    void open() {
        hooks = new WebhookBench(data);
    }

    @Test
    void aReceiverThatIsDownForAnHourMissesNothingAndGetsNothingUnsigned() {
        Webhooks.Secret made = hooks.subscribe(Webhooks.AUDIT_FINISHED);
        hooks.receiver.down(true);
        for (int i = 0; i < 5; i++) {
            hooks.send("product-" + i);
            hooks.bench.audit("alpha", "xx-one");
        }
        for (int second = 0; second < 3_600; second++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofSeconds(1));
        }
        assertThat(hooks.receiver.taken()).isEmpty();
        assertThat(hooks.receiver.all()).hasSizeGreaterThan(5).hasSizeLessThan(60);
        hooks.receiver.down(false);
        for (int minute = 0; minute < 150; minute++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(hooks.receiver.taken()).hasSize(5);
        assertThat(hooks.receiver.taken().stream().map(WebhookBench.Request::id).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(hooks.receiver.all()).allMatch(request -> request.signedWith(made.secret()));
        assertThat(hooks.webhooks.deliveries(made.webhook().id(), State.DONE)).hasSize(5);
    }

    @Test
    void oneThatArrivesSendsAllThatWaitsAtOnceTheOldestFirst() {
        String id = hooks.subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        hooks.receiver.down(true);
        for (int i = 0; i < 5; i++) {
            hooks.bench.audit("alpha", "xx-one");
            hooks.bench.clock.forward(Duration.ofMinutes(1));
        }
        for (int minute = 0; minute < 600; minute++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofMinutes(1));
        }
        List<String> waiting = hooks.webhooks.deliveries(id, State.WAITING).stream()
                .sorted(Comparator.comparing(Delivery::createdAt))
                .map(Delivery::id)
                .toList();
        Instant now = hooks.bench.clock.instant();
        assertThat(hooks.webhooks.deliveries(id, State.WAITING)).hasSize(5).allMatch(one -> one.next()
                .isAfter(now.plusSeconds(1_800)));
        hooks.receiver.down(false);
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).as("nothing is due yet").isEmpty();
        String test = hooks.webhooks.test(id).id();
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).extracting(WebhookBench.Request::id).startsWith(test);
        assertThat(hooks.receiver.taken())
                .extracting(WebhookBench.Request::id)
                .filteredOn(one -> !one.equals(test))
                .containsExactlyElementsOf(waiting);
        assertThat(hooks.receiver.taken()).allMatch(request -> request.at().equals(now));
    }

    @Test
    void whatWasJustTriedFollowsFiveMinutesAfterThatTryWhenTheReceiverIsBack() {
        String id = hooks.subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        hooks.receiver.down(true);
        hooks.bench.audit("alpha", "xx-one");
        for (int minute = 0; minute < 38; minute++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofMinutes(1));
        }
        Instant now = hooks.bench.clock.instant();
        assertThat(hooks.webhooks.deliveries(id, State.WAITING))
                .as("it was just tried, and would wait for two hours")
                .singleElement()
                .satisfies(one -> assertThat(one.next()).isAfter(now.plusSeconds(6_600)));
        hooks.receiver.down(false);
        hooks.webhooks.test(id);
        hooks.courier().run();
        hooks.bench.clock.forward(Duration.ofMinutes(5));
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).hasSize(2);
    }

    @Test
    void whatIsAlwaysRefusedIsTriedNoMoreThanEveryFiveMinutesWhileOthersArrive() {
        String id = hooks.subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        hooks.bench.audit("alpha", "xx-one");
        hooks.receiver.refuse(Webhooks.AUDIT_FINISHED);
        for (int minute = 0; minute < 40; minute++) {
            hooks.webhooks.test(id);
            hooks.courier().run();
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(hooks.receiver.taken()).hasSize(40);
        assertThat(hooks.receiver.all()).hasSizeBetween(44, 50);
        assertThat(hooks.webhooks.deliveries(id, State.WAITING)).hasSize(1);
    }

    @Test
    void aRoundIsBounded() {
        String id = hooks.subscribe().webhook().id();
        for (int i = 0; i < 120; i++) {
            hooks.webhooks.test(id);
        }
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).hasSize(50);
        hooks.courier().run();
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).hasSize(120);
    }

    @Test
    void whatIsSentAgainHasTheSameIdAndAnotherMoment() {
        hooks.subscribe(Webhooks.AUDIT_FINISHED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.receiver.down(true);
        hooks.courier().run();
        hooks.bench.clock.forward(Duration.ofSeconds(5));
        hooks.courier().run();
        assertThat(hooks.receiver.all()).hasSize(2);
        assertThat(hooks.receiver.all().get(0).id())
                .isEqualTo(hooks.receiver.all().get(1).id());
        assertThat(hooks.receiver.all().get(0).headers().get("webhook-timestamp"))
                .isNotEqualTo(hooks.receiver.all().get(1).headers().get("webhook-timestamp"));
    }

    @Test
    void afterThreeDaysItIsGivenUpAndListedAndSentAgainWhenAsked() {
        String id = hooks.subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        hooks.bench.audit("alpha", "xx-one");
        hooks.receiver.down(true);
        for (int hour = 0; hour < 24 * 2; hour++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofHours(1));
        }
        assertThat(hooks.webhooks.deliveries(id, State.WAITING))
                .as("after two days")
                .hasSize(1);
        for (int hour = 0; hour < 24 * 3; hour++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofHours(1));
        }
        List<Delivery> dead = hooks.webhooks.deliveries(id, State.DEAD);
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).tries()).isEqualTo(11);
        assertThat(dead.get(0).problem()).isEqualTo("the receiver answered 503");
        assertThat(hooks.webhooks.list().get(0).dead()).isEqualTo(1);
        hooks.receiver.down(false);
        hooks.webhooks.again(id, dead.get(0).id());
        hooks.courier().run();
        assertThat(hooks.types()).containsExactly(Webhooks.AUDIT_FINISHED);
        assertThat(hooks.receiver.taken().get(0).id()).isEqualTo(dead.get(0).id());
    }

    @Test
    void whatWasGivenUpIsFoundHoweverManyOthersAreNewerAndWhatArrivedLateIsListedForAWeek() {
        String id = hooks.subscribe().webhook().id();
        hooks.receiver.down(true);
        String given = hooks.webhooks.test(id).id();
        for (int hour = 0; hour < 24 * 5; hour++) {
            hooks.courier().run();
            hooks.bench.clock.forward(Duration.ofHours(1));
        }
        for (int i = 0; i < 1_001; i++) {
            hooks.webhooks.test(id);
        }
        assertThat(hooks.webhooks.deliveries(id, State.DEAD))
                .extracting(Delivery::id)
                .containsExactly(given);
        hooks.receiver.down(false);
        hooks.webhooks.again(id, given);
        for (int round = 0; round < 25; round++) {
            hooks.courier().run();
        }
        hooks.bench.clock.forward(Duration.ofDays(7));
        hooks.courier().sweep();
        assertThat(hooks.bench.store.read((Transaction tx) -> tx.webhooks().delivery(given)))
                .isPresent();
        hooks.bench.clock.forward(Duration.ofSeconds(1));
        hooks.courier().sweep();
        assertThat(hooks.bench.store.read((Transaction tx) -> tx.webhooks().delivery(given)))
                .isEmpty();
    }

    @Test
    void whatWasGivenUpIsListedForThirtyDaysAndSaysUntilWhen() {
        String id = hooks.subscribe().webhook().id();
        hooks.receiver.down(true);
        String given = hooks.webhooks.test(id).id();
        assertThat(hooks.webhooks.deliveries(id, null).get(0).keptUntil()).isNull();
        while (hooks.webhooks.deliveries(id, State.DEAD).isEmpty()) {
            hooks.bench.clock.forward(Duration.ofHours(1));
            hooks.courier().run();
        }
        Delivery dead = hooks.webhooks.deliveries(id, State.DEAD).get(0);
        assertThat(dead.id()).isEqualTo(given);
        assertThat(dead.next()).isNull();
        assertThat(dead.keptUntil()).isEqualTo(hooks.bench.clock.instant().plus(Duration.ofDays(30)));
        hooks.bench.clock.forward(Duration.ofDays(30));
        hooks.courier().sweep();
        assertThat(hooks.webhooks.deliveries(id, null)).hasSize(1);
        hooks.bench.clock.forward(Duration.ofSeconds(1));
        hooks.courier().sweep();
        assertThat(hooks.webhooks.deliveries(id, null)).isEmpty();
    }

    @Test
    void severalNodesSendItOnceAndTheNextTakesOverWhatANodeThatIsGoneHeld() {
        String id = hooks.subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        hooks.bench.audit("alpha", "xx-one");
        // A node that takes it and is gone.
        String delivery = hooks.webhooks.deliveries(id, null).get(0).id();
        Instant now = hooks.bench.clock.instant();
        boolean held = hooks.bench.store.write(tx -> tx.webhooks().claim(delivery, now, now.plusSeconds(120)));
        assertThat(held).isTrue();
        hooks.courier().run();
        assertThat(hooks.receiver.all()).isEmpty();
        hooks.bench.clock.forward(Duration.ofSeconds(121));
        hooks.courier().run();
        hooks.courier().run();
        assertThat(hooks.receiver.all()).hasSize(1);
    }

    @Test
    void forADayBothSecretsSignThenOnlyTheNewOne() {
        Webhooks.Secret old = hooks.subscribe();
        String id = old.webhook().id();
        Webhooks.Secret rotated = hooks.webhooks.rotate(id, "tester");
        hooks.webhooks.test(id);
        hooks.courier().run();
        hooks.bench.clock.forward(Duration.ofDays(1));
        hooks.webhooks.test(id);
        hooks.courier().run();
        WebhookBench.Request early = hooks.receiver.taken().get(0);
        WebhookBench.Request late = hooks.receiver.taken().get(1);
        assertThat(early.signedWith(old.secret())).isTrue();
        assertThat(early.signedWith(rotated.secret())).isTrue();
        assertThat(late.signedWith(old.secret())).isFalse();
        assertThat(late.signedWith(rotated.secret())).isTrue();
    }

    @Test
    void eachSecretSignsForADayAfterItWasReplacedHoweverManyFollow() {
        Webhooks.Secret made = hooks.subscribe();
        String id = made.webhook().id();
        List<String> secrets = new ArrayList<>(List.of(made.secret()));
        for (int i = 0; i < 4; i++) {
            hooks.bench.clock.forward(Duration.ofHours(1));
            secrets.add(hooks.webhooks.rotate(id, "tester").secret());
        }
        assertThat(signing(id, secrets)).isEqualTo(secrets);
        assertThatThrownBy(() -> hooks.webhooks.rotate(id, "tester"))
                .isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.details())
                        .containsEntry("after", "2026-11-22T13:00:00Z"));
        hooks.bench.clock.forward(Duration.ofHours(21));
        secrets.add(hooks.webhooks.rotate(id, "tester").secret());
        assertThat(signing(id, secrets)).isEqualTo(secrets.subList(1, 6));
        hooks.bench.clock.forward(Duration.ofDays(1));
        assertThat(signing(id, secrets)).isEqualTo(secrets.subList(5, 6));
    }

    private List<String> signing(String id, List<String> secrets) {
        hooks.webhooks.test(id);
        hooks.courier().run();
        WebhookBench.Request request =
                hooks.receiver.taken().get(hooks.receiver.taken().size() - 1);
        return secrets.stream().filter(request::signedWith).toList();
    }
}
