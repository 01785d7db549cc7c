package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.core.Trial;
import org.junit.jupiter.api.Test;

/** Where null means something, and what problems say is to be done. */
class NullsAndRemediesTest {
    private final TestApi api = new TestApi();

    private static String trial(String set, String where) {
        return "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"],\"trial\":{\"changes\":[{\"set\":" + set + where
                + "}]}}";
    }

    @Test
    void aNullInWhatATrialSetsTakesTheFieldAway() {
        api.post("audits", trial("{\"product\":null,\"software\":{\"version\":null}}", ""))
                .is(201);

        Trial.Change change = api.audits.asked.get(0).trial().changes().get(0);
        assertThat(change.set()).containsEntry("product", null).containsKey("software");
    }

    @Test
    void aNullAnywhereElseIsRefused() {
        for (String body : List.of(
                trial("null", ""),
                trial("{\"functions\":[null]}", ""),
                trial("{\"a\":1}", ",\"where\":{\"a\":null}"))) {
            assertThat(api.post("audits", body)
                            .is(422)
                            .json()
                            .path("faults")
                            .path(0)
                            .path("code")
                            .asText())
                    .as(body)
                    .isEqualTo("null");
        }
    }

    @Test
    void twoMomentsAreRefusedInTheWordsOfTheCall() {
        String both = "{\"at\":\"2026-12-31T00:00:00Z\",\"day\":\"2026-12-31\"}";
        String text =
                api.post("regimes/de-bsi/packs/2026.1.0/activate", both).is(422).text();

        assertThat(text).contains("both 'at' and 'day' are given").doesNotContain("org.assay");
    }

    @Test
    void aSingleFaultSaysItselfWhatToDo() {
        var problem = api.post("audits", "{\"network\":\"alpha\",\"regimes\":[\"r\"],\"asof\":1}")
                .is(422)
                .json();

        assertThat(problem.path("remedy").asText()).startsWith("Known here: asOf");
    }

    @Test
    void daysOutOfRangeAreAWrongParameter() {
        var problem = api.get("networks/alpha/outlook?days=99999").is(400).json();

        assertThat(problem.path("type").asText()).endsWith("invalid-parameter");
    }

    @Test
    void anOutlookThatIsNotCompleteSaysHowToGoOn() {
        String call = "networks/alpha/outlook?days=7&regime=de-bsi";
        var begun = api.get(call + "&limit=1").is(200).json();
        var full = api.get("networks/alpha/outlook?days=8").is(200).json();
        var whole = api.get("networks/alpha/outlook?days=9").is(200).json();

        assertThat(begun.path("complete").asBoolean()).isFalse();
        assertThat(begun.path("next").asText())
                .startsWith("/api/v1/networks/alpha/outlook?")
                .contains("days=7", "regime=de-bsi", "limit=1");
        assertThat(api.get(call + "&limit=1&cursor=" + begun.path("nextCursor").asText())
                        .is(200)
                        .json()
                        .path("next"))
                .as("without the cursor")
                .isEqualTo(begun.path("next"));
        assertThat(full.path("complete").asBoolean()).isFalse();
        assertThat(full.has("next")).isFalse();
        assertThat(whole.has("next")).isFalse();
    }
}
