package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assay.core.Networks.Format;
import org.assay.core.NotFoundException;
import org.assay.core.Webhooks;
import org.assay.core.Webhooks.Delivery;
import org.assay.core.Webhooks.State;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.webhook.Announcer;
import org.assay.core.internal.webhook.Courier;
import org.assay.core.internal.webhook.FindingNews;
import org.assay.core.internal.webhook.Sender;
import org.assay.core.internal.webhook.WebhookService;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks on a clock that is set by hand, and a receiver that is down when it is told to be. */
class WebhooksTest {
    private static final URI URL = URI.create("https://receiver.example/in");
    private static final String PROCEDURE =
            """
            procedures:
              permit:
                title: {en: A permit}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: {en: waiting}}
                  REFUSED: {title: {en: refused by silence}, end: true, breach: true}
                moves:
                  - {from: PENDING, after: "addMonths(file.received, 2)", to: REFUSED, actor: operator, task: {en: Ask for a decision}}
                cases:
                  - {given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, states: {2026-12-04: PENDING, 2026-12-05: REFUSED}}
            """;

    @TempDir
    private Path data;

    private Bench bench;
    private Webhooks webhooks;
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void open() {
        bench = Bench.in(data);
        String yaml = TestPacks.yaml("xx-one", "2026.1.0", "2026-01-01", "never", "good");
        bench.arrive("xx-one", 1, TestPacks.signed(yaml.replace("requirements:\n", PROCEDURE + "requirements:\n")));
        bench.core.networks().put("alpha", "Alpha", "DE", null, "tester");
        send("good");
        // Its own couriers would send what is ours to send; all else goes on without threads.
        bench.close();
        webhooks = new WebhookService(bench.store, new Moments(bench.clock));
    }

    private void send(String product) {
        String file = "\"evidence\": [{\"id\": \"f\", \"kind\": \"file\", \"received\": \"2026-10-05\"}]";
        String document = Bench.document("alpha", product).replace("\"evidence\": []", file);
        bench.core.networks().addSnapshot("alpha", Format.JSON, Bench.stream(document), "tester");
    }

    /** Keeps what it takes. */
    private final class Receiver implements Sender {
        private final List<Request> taken = new ArrayList<>();
        private final List<Request> all = new ArrayList<>();
        private boolean down;

        @Override
        public String post(URI url, Map<String, String> headers, byte[] body) {
            Request request = new Request(bench.clock.instant(), headers, new String(body, StandardCharsets.UTF_8));
            all.add(request);
            if (!down) {
                taken.add(request);
            }
            return down ? "the receiver answered 503" : "";
        }
    }

    private record Request(Instant at, Map<String, String> headers, String body) {
        String id() {
            return headers.getOrDefault("webhook-id", "");
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return json().path("type").asText();
        }

        /** As a receiver checks it, from the standard's text alone. */
        boolean signedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String text = id() + "." + headers.get("webhook-timestamp") + "." + body;
                String expected =
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
                boolean now = headers.get("webhook-timestamp").equals(Long.toString(at.getEpochSecond()));
                return now
                        && List.of(headers.get("webhook-signature").split(" ")).contains(expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Courier courier() {
        return new Courier(bench.store, receiver, new Moments(bench.clock), Runnable::run);
    }

    private void announce() {
        new Announcer(
                        bench.store,
                        bench.core.procedures(),
                        new FindingNews(bench.store, bench.core.audits()),
                        new Moments(bench.clock))
                .run();
    }

    private Webhooks.Secret subscribe(String... events) {
        return webhooks.add(URL, Set.of(events), null, "tester");
    }

    private List<String> types() {
        return receiver.taken.stream().map(Request::type).toList();
    }

    @Test
    void aReceiverThatIsDownForAnHourMissesNothingAndGetsNothingUnsigned() {
        Webhooks.Secret made = subscribe(Webhooks.AUDIT_FINISHED);
        receiver.down = true;
        for (int i = 0; i < 5; i++) {
            send("product-" + i);
            bench.audit("alpha", "xx-one");
        }
        for (int second = 0; second < 3_600; second++) {
            courier().run();
            bench.clock.forward(Duration.ofSeconds(1));
        }
        assertThat(receiver.taken).isEmpty();
        assertThat(receiver.all).hasSizeGreaterThan(5).hasSizeLessThan(60);
        receiver.down = false;
        for (int minute = 0; minute < 150; minute++) {
            courier().run();
            bench.clock.forward(Duration.ofMinutes(1));
        }
        assertThat(receiver.taken).hasSize(5);
        assertThat(receiver.taken.stream().map(Request::id).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(receiver.all).allMatch(request -> request.signedWith(made.secret()));
        assertThat(webhooks.deliveries(made.webhook().id(), State.DONE)).hasSize(5);
    }

    @Test
    void whatIsSentAgainHasTheSameIdAndAnotherMoment() {
        subscribe(Webhooks.AUDIT_FINISHED);
        bench.audit("alpha", "xx-one");
        receiver.down = true;
        courier().run();
        bench.clock.forward(Duration.ofSeconds(5));
        courier().run();
        assertThat(receiver.all).hasSize(2);
        assertThat(receiver.all.get(0).id()).isEqualTo(receiver.all.get(1).id());
        assertThat(receiver.all.get(0).headers().get("webhook-timestamp"))
                .isNotEqualTo(receiver.all.get(1).headers().get("webhook-timestamp"));
    }

    @Test
    void afterThreeDaysItIsGivenUpAndListedAndSentAgainWhenAsked() {
        String id = subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        bench.audit("alpha", "xx-one");
        receiver.down = true;
        for (int hour = 0; hour < 24 * 2; hour++) {
            courier().run();
            bench.clock.forward(Duration.ofHours(1));
        }
        assertThat(webhooks.deliveries(id, State.WAITING)).as("after two days").hasSize(1);
        for (int hour = 0; hour < 24 * 3; hour++) {
            courier().run();
            bench.clock.forward(Duration.ofHours(1));
        }
        List<Delivery> dead = webhooks.deliveries(id, State.DEAD);
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).tries()).isEqualTo(11);
        assertThat(dead.get(0).problem()).isEqualTo("the receiver answered 503");
        assertThat(webhooks.list().get(0).dead()).isEqualTo(1);
        receiver.down = false;
        webhooks.again(id, dead.get(0).id());
        courier().run();
        assertThat(types()).containsExactly(Webhooks.AUDIT_FINISHED);
        assertThat(receiver.taken.get(0).id()).isEqualTo(dead.get(0).id());
    }

    @Test
    void severalNodesSendItOnceAndTheNextTakesOverWhatANodeThatIsGoneHeld() {
        String id = subscribe(Webhooks.AUDIT_FINISHED).webhook().id();
        bench.audit("alpha", "xx-one");
        // A node that takes it and is gone.
        String delivery = webhooks.deliveries(id, null).get(0).id();
        Instant now = bench.clock.instant();
        boolean held = bench.store.write(tx -> tx.webhooks().claim(delivery, now, now.plusSeconds(120)));
        assertThat(held).isTrue();
        courier().run();
        assertThat(receiver.all).isEmpty();
        bench.clock.forward(Duration.ofSeconds(121));
        courier().run();
        courier().run();
        assertThat(receiver.all).hasSize(1);
    }

    @Test
    void forADayBothSecretsSignThenOnlyTheNewOne() {
        Webhooks.Secret old = subscribe();
        String id = old.webhook().id();
        Webhooks.Secret rotated = webhooks.rotate(id, "tester");
        webhooks.test(id);
        courier().run();
        bench.clock.forward(Duration.ofDays(1));
        webhooks.test(id);
        courier().run();
        Request early = receiver.taken.get(0);
        Request late = receiver.taken.get(1);
        assertThat(early.signedWith(old.secret())).isTrue();
        assertThat(early.signedWith(rotated.secret())).isTrue();
        assertThat(late.signedWith(old.secret())).isFalse();
        assertThat(late.signedWith(rotated.secret())).isTrue();
    }

    @Test
    void aClockThatRanOutOverMidnightWhileTheServiceWasDownIsToldOnceByTheNext() {
        subscribe(Webhooks.CASE_MOVED);
        announce();
        announce();
        assertThat(receiver.taken).isEmpty();
        bench.clock.forward(Duration.ofDays(14));
        announce();
        announce();
        courier().run();
        assertThat(types()).containsExactly(Webhooks.CASE_MOVED);
        JsonNode told = receiver.taken.get(0).json().path("data");
        assertThat(told.path("state").asText()).isEqualTo("REFUSED");
        assertThat(told.path("from").asText()).isEqualTo("PENDING");
        assertThat(told.path("day").asText()).isEqualTo("2026-12-05");
        assertThat(told.path("breach").asBoolean()).isTrue();
    }

    @Test
    void aDayThatComesNearIsToldTwice() {
        subscribe(Webhooks.DEADLINE_APPROACHING);
        for (int day = 0; day < 20; day++) {
            announce();
            announce();
            courier().run();
            bench.clock.forward(Duration.ofDays(1));
        }
        assertThat(receiver.taken)
                .extracting(
                        request -> request.json().path("data").path("daysLeft").asInt())
                .containsExactly(14, 2);
        assertThat(receiver.taken.get(0).body()).contains("Ask for a decision", "Act, 3", "operator");
    }

    @Test
    void findingsThatAreNewOrGoneAreToldOnce() {
        subscribe(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        bench.audit("alpha", "xx-one");
        announce();
        send("bad");
        bench.clock.forward(Duration.ofMinutes(1));
        bench.audit("alpha", "xx-one");
        announce();
        announce();
        send("good");
        bench.clock.forward(Duration.ofMinutes(1));
        bench.audit("alpha", "xx-one");
        announce();
        courier().run();
        assertThat(types()).containsExactlyInAnyOrder(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        assertThat(receiver.taken).allMatch(request -> request.body().contains("\"id\":\"c-1\""));
    }

    @Test
    void aPackThatBecomesActiveIsTold() {
        subscribe(Webhooks.PACK_ACTIVATED);
        byte[] pack = TestPacks.pack("xx-one", "2026.2.0", "better");
        bench.core.packs().stage("xx-one", pack, "tester");
        bench.core.packs().activate("xx-one", "2026.2.0", "tester");
        courier().run();
        assertThat(types()).containsExactly(Webhooks.PACK_ACTIVATED);
        assertThat(receiver.taken.get(0).json().path("data").path("version").asText())
                .isEqualTo("2026.2.0");
    }

    @Test
    void onlyWhatWasAskedForIsTold() {
        bench.core.networks().put("beta", "Beta", "DE", null, "tester");
        webhooks.add(URL, Set.of(), "beta", "tester");
        subscribe(Webhooks.PACK_ACTIVATED);
        bench.audit("alpha", "xx-one");
        announce();
        courier().run();
        assertThat(receiver.all).isEmpty();
    }

    @Test
    void theLedgerAndTextsHoldNeitherSecretNorPath() {
        Webhooks.Secret made =
                webhooks.add(URI.create("https://receiver.example/in?key=abc"), Set.of(), null, "tester");
        webhooks.rotate(made.webhook().id(), "tester");
        String key = made.secret().substring("whsec_".length());
        String ledger = bench.store.read(tx -> tx.ledger().entries(0, 100)).toString();
        assertThat(ledger).contains("receiver.example").doesNotContain(key, "abc");
        assertThat(made.toString()).doesNotContain(key);
        assertThat(bench.store.read(tx -> tx.webhooks().all()).toString()).doesNotContain(key);
    }

    @Test
    void whatCannotBeIsRefused() {
        for (String url : List.of("ftp://x/", "https:///x", "https://user:pw@host/", "https://host/#a", "mailto:a@b")) {
            assertThatThrownBy(() -> webhooks.add(URI.create(url), Set.of(), null, "tester"))
                    .as(url)
                    .isInstanceOf(FaultException.class);
        }
        assertThatThrownBy(() -> subscribe("nothing")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> webhooks.add(URL, Set.of(), "nowhere", "tester"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> webhooks.remove("none", "tester")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> webhooks.again(subscribe().webhook().id(), "none"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoIsRemovedIsToldNothingMore() {
        String id = subscribe().webhook().id();
        webhooks.test(id);
        webhooks.remove(id, "tester");
        courier().run();
        assertThat(receiver.all).isEmpty();
        assertThat(webhooks.list()).isEmpty();
    }
}
