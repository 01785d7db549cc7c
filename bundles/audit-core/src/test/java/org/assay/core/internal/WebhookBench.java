package org.assay.core.internal;

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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assay.core.Webhooks;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.core.internal.webhook.Announcer;
import org.assay.core.internal.webhook.Courier;
import org.assay.core.internal.webhook.FindingNews;
import org.assay.core.internal.webhook.Sender;
import org.assay.core.internal.webhook.WebhookService;

/** Webhooks on a clock that is set by hand, and a receiver that is down when it is told to be. */
final class WebhookBench {
    static final URI URL = URI.create("https://receiver.example/in");
    static final String FILE = "{\"id\": \"f\", \"kind\": \"file\", \"received\": \"2026-10-05\"}";
    private static final String PROCEDURE =
            """
            procedures:
              permit:
                title: {en: A permit}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: {en: waiting}}
                  REFUSED: {title: {en: refused by silence}, breach: true}
                  DECIDED: {title: {en: decided after all}, end: true}
                moves:
                  - {from: PENDING, after: "addMonths(file.received, 2)", to: REFUSED, actor: operator, task: {en: Ask for a decision}}
                  - {from: REFUSED, on: evidence.decision, to: DECIDED, actor: authority}
                cases:
                  - {given: {evidence: [{id: f, kind: file, received: 2026-10-05}, {id: d, kind: decision, about: [f], issued: 2026-12-10}]}, case: f, states: {2026-12-04: PENDING, 2026-12-05: REFUSED, 2026-12-10: DECIDED}}
            """;

    final Bench bench;
    final Webhooks webhooks;
    final Receiver receiver = new Receiver();

    WebhookBench(Path data) {
        bench = Bench.of(data, PROCEDURE, "");
        send("good");
        // Its own couriers would send what is ours to send; all else goes on without threads.
        bench.close();
        webhooks = new WebhookService(
                bench.store, new Moments(bench.clock), AddressPolicy.of("127.0.0.0/8"), () -> announcer()
                        .begin());
    }

    void send(String product) {
        send(product, FILE);
    }

    /** With these records of evidence. */
    void send(String product, String... records) {
        String evidence = "\"evidence\": [" + String.join(", ", records) + "]";
        bench.send(Bench.document("alpha", product).replace("\"evidence\": []", evidence));
    }

    /** Keeps what it takes. */
    final class Receiver implements Sender {
        private final List<Request> taken = new ArrayList<>();
        private final List<Request> all = new ArrayList<>();
        private final List<URI> addresses = new ArrayList<>();
        private boolean down;
        private String refused = "";

        /** What arrived. */
        List<Request> taken() {
            return taken;
        }

        /** What was tried. */
        List<Request> all() {
            return all;
        }

        /** Where it was tried. */
        List<URI> addresses() {
            return addresses;
        }

        void down(boolean now) {
            down = now;
        }

        /** Refuses what has this in its body, and nothing else. */
        void refuse(String text) {
            refused = text;
        }

        @Override
        public String post(URI url, Map<String, String> headers, byte[] body) {
            Request request = new Request(bench.clock.instant(), headers, new String(body, StandardCharsets.UTF_8));
            all.add(request);
            addresses.add(url);
            if (down) {
                return "the receiver answered 503";
            }
            if (!refused.isEmpty() && request.body().contains(refused)) {
                return "the receiver answered 400";
            }
            taken.add(request);
            return "";
        }
    }

    record Request(Instant at, Map<String, String> headers, String body) {
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

    Courier courier() {
        return new Courier(bench.store, receiver, new Moments(bench.clock), Runnable::run);
    }

    void announce() {
        announcer().run();
    }

    private Announcer announcer() {
        return new Announcer(
                bench.store,
                bench.core.procedures(),
                new FindingNews(bench.store, bench.core.audits()),
                new Moments(bench.clock));
    }

    Webhooks.Secret subscribe(String... events) {
        return webhooks.add(URL, Set.of(events), null, "tester");
    }

    /** Looks, and sends what there is to tell. */
    void tell() {
        announce();
        courier().run();
        bench.clock.forward(Duration.ofSeconds(30));
    }

    /** This of what each event tells, in the order in which they arrived. */
    List<String> told(String member) {
        return receiver.taken.stream()
                .map(request -> request.json().path("data").path(member).asText())
                .toList();
    }

    List<String> types() {
        return receiver.taken.stream().map(Request::type).toList();
    }
}
