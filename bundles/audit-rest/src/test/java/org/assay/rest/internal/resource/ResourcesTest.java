package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
    class Pages {
        @Test
        void goThroughAWholeListThatCoreAnswersWhole() {
            api.post("regimes", "{\"id\":\"fr-anssi\"}").is(201);
            JsonNode first = api.get("regimes?available=true&limit=2").is(200).json();
            String cursor = first.path("nextCursor").asText();
            JsonNode second = api.get("regimes?available=true&limit=2&cursor=" + cursor)
                    .is(200)
                    .json();

            assertThat(ids(first)).containsExactly("de-bsi", "fr-anssi");
            assertThat(ids(second)).containsExactly("uk-ncsc");
            assertThat(second.has("nextCursor")).isFalse();
            assertThat(second.path("total").asInt()).isEqualTo(3);
        }

        @Test
        void refuseACursorOfAnotherList() {
            String cursor = api.get("regimes?available=true&limit=1")
                    .json()
                    .path("nextCursor")
                    .asText();

            api.get("regimes?cursor=" + cursor).problem(400, "unknown-cursor");
            api.get("regimes/de-bsi/packs?cursor=" + cursor).problem(400, "unknown-cursor");
        }

        @Test
        void goThroughAWholeListThatCorePages() {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = api.get("audits/" + FakeAudits.DONE + "/verdicts?limit=100" + cursor)
                        .is(200)
                        .json();
                page.path("items")
                        .forEach(
                                item -> seen.add(item.path("subject").path("id").asText()));
                cursor = page.has("nextCursor")
                        ? "&cursor=" + page.path("nextCursor").asText()
                        : "";
            } while (!cursor.isEmpty());

            assertThat(seen).hasSize(250).doesNotHaveDuplicates();
        }

        private static List<String> ids(JsonNode page) {
            List<String> ids = new ArrayList<>();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            return ids;
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
    class Streams {
        private static final String VERDICTS = "audits/" + FakeAudits.DONE + "/verdicts";

        @Test
        void ofJsonLinesHoldWhatTheListCounts() {
            long total = api.get(VERDICTS + "?outcome=FAIL&limit=1")
                    .json()
                    .path("total")
                    .asLong();
            Reply stream = api.get(VERDICTS + "?outcome=FAIL", "Accept", "application/x-ndjson")
                    .is(200);

            assertThat(stream.text().lines()).hasSize((int) total).allMatch(line -> line.contains("\"FAIL\""));
            assertThat(stream.header("Assay-Total")).isEqualTo(Long.toString(total));
        }

        @Test
        void ofTablesHoldWhatTheListCountsAndNoFormula() {
            Reply table = api.get(VERDICTS, "Accept", "text/csv").is(200);

            List<String> lines = table.text().lines().toList();
            assertThat(lines).hasSize(251);
            assertThat(lines.get(0)).startsWith("regime,requirement,title,subjectKind,subject,outcome");
            assertThat(lines.get(1)).endsWith(",\"'=no certificate, before \"\"first use\"\"\"");
        }

        @Test
        void ofFindingsHoldWhatTheListCounts() {
            String findings = "audits/" + FakeAudits.DONE + "/findings";
            int total = api.get(findings).json().path("total").asInt();

            assertThat(api.get(findings, "Accept", "application/x-ndjson")
                            .text()
                            .lines())
                    .hasSize(total);
            assertThat(api.get(findings, "Accept", "text/csv").text().lines()).hasSize(total + 1);
        }

        @Test
        void haveNoPages() {
            api.get(VERDICTS + "?limit=5", "Accept", "text/csv").problem(400, "invalid-parameter");
        }

        @Test
        void areNotChosenByWhoTakesAnything() {
            assertThat(api.get(VERDICTS, "Accept", "*/*").header("Content-Type"))
                    .isEqualTo("application/json");
            assertThat(api.get(VERDICTS).header("Content-Type")).isEqualTo("application/json");
        }
    }

    @Nested
    class Explanations {
        @Test
        void sayInSentencesWhatWasAskedReadAndDecided() {
            JsonNode report = api.get("audits/" + FakeAudits.DONE + "/components/amf-1")
                    .is(200)
                    .json();
            JsonNode verdict = report.at("/verdicts/0");

            assertThat(verdict.at("/clauses/0/words").asText())
                    .isEqualTo("Clause 1 says NOT APPLICABLE if component.firstUse <"
                            + " date('2026-01-01'). That is not so: component.firstUse is 2026-02-01.");
            assertThat(verdict.at("/clauses/1/words").asText())
                    .isEqualTo("Clause 2 holds for whatever no earlier clause decided: FAIL.");
            assertThat(verdict.path("words").asText())
                    .startsWith("DE-TKG-165-4-CERT (Certification before first use) gives FAIL for component amf-1")
                    .endsWith("Clause 2 decided, the last of 2 that were read.");
        }

        @Test
        void leaveOutTheValueOfAMissingFactAndSayWhomToAsk() {
            JsonNode finding = api.get("audits/" + FakeAudits.DONE + "/components/amf-1")
                    .json()
                    .at("/verdicts/0/finding");

            assertThat(finding.at("/facts/1/path").asText()).isEqualTo("component.load");
            assertThat(finding.at("/facts/1").has("value")).isFalse();
            assertThat(finding.at("/missing/0/question").asText()).isEqualTo("How much traffic?");
        }

        @Test
        void comeInTheCallersLanguageWhereThereIsOne() {
            String path = "audits/" + FakeAudits.DONE + "/verdicts?limit=1";

            assertThat(title(api.get(path, "Accept-Language", "de-AT, fr;q=0.5")))
                    .startsWith("Zertifizierung");
            assertThat(title(api.get(path, "Accept-Language", "fr"))).startsWith("Certification");
        }

        private static String title(Reply reply) {
            return reply.json().at("/items/0/title").asText();
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
