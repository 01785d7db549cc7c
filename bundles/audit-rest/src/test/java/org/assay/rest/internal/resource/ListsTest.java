package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.assay.rest.internal.resource.TestApi.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the API gives to read: pages, streams and explanations. */
class ListsTest {
    private final TestApi api = new TestApi();

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
            assertThat(lines.get(1))
                    .contains(",\"'=no certificate, before \"\"first use\"\"\",")
                    .endsWith("," + FakeWaivers.KNOWN
                            + ",'=Eve,2026-12-31,have it certified,component.load: How much traffic?,operator");
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

        @Test
        void areNotMadeForWhoAsksForTheHeadOnly() {
            Reply reply = api.send("HEAD", VERDICTS, null, "Accept", "text/csv").is(200);

            assertThat(reply.header("Assay-Total")).isEqualTo("250");
            assertThat(reply.body()).isEmpty();
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
                    .isEqualTo(
                            "Clause 1 would give NOT APPLICABLE (“in use before the duty began”). Its condition does not hold:"
                                    + " component.firstUse is 2026-02-01.");
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
        void ofAnyLengthSayWhatToDoAndWhomToAsk() {
            JsonNode items = api.get("audits/" + FakeAudits.DONE + "/verdicts?limit=2")
                    .json()
                    .path("items");

            assertThat(items.at("/0/remedy").asText()).isEqualTo("have it certified");
            assertThat(items.at("/0/missing").toString())
                    .isEqualTo(
                            "[{\"path\":\"component.load\",\"of\":\"operator\",\"question\":\"How much traffic?\"}]");
            assertThat(items.at("/1").has("remedy")).isFalse();
            assertThat(items.at("/1/missing")).isEmpty();
        }

        @Test
        void ofRequirementsSayWhatIsReadAskedAndDecided() {
            JsonNode requirement = api.get("regimes/de-bsi/requirements").json().at("/items/0");

            assertThat(requirement.at("/facts/0").asText()).isEqualTo("component.firstUse");
            assertThat(requirement.at("/evidence/0").asText()).isEqualTo("certificate");
            assertThat(requirement.at("/questions/0/question/en").asText()).isEqualTo("Since when is it used?");
            assertThat(requirement.at("/clauses/0/code").asText()).isEqualTo("LEGACY");
            assertThat(requirement.at("/clauses/1/due").asText()).isEqualTo("component.plannedUse");
            assertThat(requirement.at("/ahead").asText()).isEqualTo("2025-12-31");
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
}
