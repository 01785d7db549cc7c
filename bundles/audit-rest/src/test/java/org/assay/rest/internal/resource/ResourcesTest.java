package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assay.rest.internal.resource.TestApi.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final TestApi api = new TestApi();

    @Nested
    class Callers {
        @Test
        void areAskedForAToken() {
            Reply reply = api.get("regimes", "Authorization", "");

            reply.problem(401, "unauthorized");
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"assay\"");
        }

        @Test
        void areRefusedWithAnUnknownTokenThatIsNotRepeatedToThem() {
            Reply reply = api.get("regimes", "Authorization", "Bearer guessed-token");

            reply.problem(401, "unauthorized");
            assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
            assertThat(reply.text()).doesNotContain("guessed-token");
        }

        @Test
        void learnNothingOfPathsWithoutAToken() {
            api.get("nowhere", "Authorization", "").problem(401, "unauthorized");
            api.get("health/live/", "Authorization", "").problem(401, "unauthorized");
        }

        @Test
        void needNoneForHealthAndTheDescription() {
            for (String path : List.of("health/live", "health/ready", "openapi.json", "openapi.yaml")) {
                api.get(path, "Authorization", "").is(200);
            }
        }

        @Test
        void areRecordedWithWhatTheyChange() {
            api.post("regimes", "{\"id\":\"fr-anssi\"}").is(201);
            api.post("networks/alpha/snapshots", "{}").is(201);
            api.post("audits", "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"]}")
                    .is(201);

            assertThat(api.core.installedBy).containsEntry("fr-anssi", FakeCore.WHO);
            assertThat(api.networks.took).containsExactly("anna alpha JSON 2");
            assertThat(api.audits.lastWho).isEqualTo(FakeCore.WHO);
        }
    }

    @Nested
    class Repetition {
        private static final String BODY = "{\"id\":\"fr-anssi\"}";

        @Test
        void withTheSameKeyAnswersTheSame() {
            Reply first = api.post("regimes", BODY, "Idempotency-Key", "k1").is(201);
            Reply again = api.post("regimes", BODY, "Idempotency-Key", "k1").is(201);

            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Location"))
                    .isEqualTo(first.header("Location"))
                    .endsWith("/regimes/fr-anssi");
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(first.header("Idempotent-Replayed")).isEmpty();
        }

        @Test
        void withTheSameKeyAndAnotherBodyIsRefused() {
            api.post("regimes", BODY, "Idempotency-Key", "k1").is(201);

            api.post("regimes", "{\"id\":\"de-bsi\"}", "Idempotency-Key", "k1").problem(409, "idempotency-key-reused");
            api.post("audits", "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"]}", "Idempotency-Key", "k1")
                    .problem(409, "idempotency-key-reused");
        }

        @Test
        void ofFactsTakesThemOnce() {
            api.post("networks/alpha/snapshots", "{\"a\":1}", "Idempotency-Key", "k2")
                    .is(201);
            api.post("networks/alpha/snapshots", "{\"a\":1}", "Idempotency-Key", "k2")
                    .is(201);
            api.post("networks/alpha/snapshots", "{\"a\":2}", "Idempotency-Key", "k2")
                    .problem(409, "idempotency-key-reused");

            assertThat(api.networks.took).hasSize(1);
        }

        @Test
        void withAKeyThatIsNoneIsRefused() {
            api.post("regimes", BODY, "Idempotency-Key", "a b").problem(400, "invalid-parameter");
            api.post("regimes", BODY, "Idempotency-Key", "k".repeat(129)).problem(400, "invalid-parameter");
        }
    }

    @Nested
    class NetworkUpdates {
        private static final String BODY = "{\"id\":\"alpha\",\"name\":\"New name\",\"country\":\"DE\"}";

        @Test
        void takeTheTagThatWasRead() {
            String tag = api.get("networks/alpha").is(200).header("ETag");
            Reply changed = api.put("networks/alpha", BODY, "If-Match", tag).is(200);

            assertThat(changed.header("ETag")).isNotEqualTo(tag);
            api.put("networks/alpha", BODY, "If-Match", tag).problem(412, "precondition-failed");
        }

        @Test
        void refuseATagThatIsNone() {
            api.put("networks/alpha", BODY, "If-Match", "\"other\"").problem(400, "invalid-parameter");
        }

        @Test
        void refuseABodyOfAnotherNetwork() {
            JsonNode problem = api.put("networks/beta", BODY).problem(422, "invalid-body");

            assertThat(problem.at("/faults/0/pointer").asText()).isEqualTo("/id");
        }

        @Test
        void makeANetwork() {
            Reply made =
                    api.put("networks/delta", BODY.replace("alpha", "delta")).is(201);

            assertThat(made.header("Location")).endsWith("/api/v1/networks/delta");
            assertThat(made.json().path("changedBy").asText()).isEqualTo(FakeCore.WHO);
        }
    }

    @Nested
    class Methods {
        @Test
        void headAnswersAsGetWithoutABody() {
            Reply reply = api.send("HEAD", "networks/alpha", null).is(200);

            assertThat(reply.header("ETag")).isNotEmpty();
            assertThat(reply.body()).isEmpty();
        }

        @Test
        void optionsNamesTheMethods() {
            assertThat(api.send("OPTIONS", "networks/alpha", null).header("Allow"))
                    .contains("GET", "PUT");
        }

        @Test
        void othersAreRefusedWithThoseThatAreTaken() {
            Reply reply = api.send("DELETE", "networks/alpha", null);

            reply.problem(405, "method-not-allowed");
            assertThat(reply.header("Allow")).contains("PUT");
        }
    }

    @Nested
    class Measuring {
        @Test
        void countsRequestsByMethodAndStatus() {
            api.get("regimes").is(200);
            api.get("regimes", "Authorization", "").is(401);
            api.send("GUESS-17", "regimes", null);

            String metrics = api.get("metrics").is(200).text();
            assertThat(metrics)
                    .contains("assay_http_requests_total{method=\"GET\",status=\"200\"} 1\n")
                    .contains("assay_http_requests_total{method=\"GET\",status=\"401\"} 1\n")
                    .contains("assay_regimes_installed 1\n")
                    .doesNotContain("GUESS-17");
        }

        @Test
        void saysThatItIsNotReady() {
            api.core.ready = false;

            Reply reply = api.get("health/ready", "Authorization", "").is(503);
            assertThat(reply.json().at("/checks/0/detail").asText()).isEqualTo("not open yet");
        }
    }

    @Test
    void everyAnswerIsKeptFromCachesAndFromBeingAPage() {
        for (String path : List.of("regimes", "nowhere", "health/live")) {
            Reply reply = api.get(path);
            assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void aRunningAuditIsAcceptedAndItsListsWait() {
        Reply reply = api.post(
                "audits",
                "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"],\"options\":{\"de-bsi\":{\"legacy\":\"per_type\"}}}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.header("Location")).endsWith("/audits/" + FakeAudits.RUNNING);
        api.get("audits/" + FakeAudits.RUNNING + "/findings").problem(409, "audit-not-done");
    }
}
