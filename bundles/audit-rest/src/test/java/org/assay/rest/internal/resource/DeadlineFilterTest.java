package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of what is due: one regime's, or what one has to do. */
class DeadlineFilterTest {
    private static final String PATH = "networks/alpha/deadlines";

    private final TestApi api = new TestApi();

    private List<String> ids(String query) {
        return api.get(PATH + query).is(200).json().path("items").findValuesAsText("id").stream()
                .filter(id -> id.startsWith("d"))
                .toList();
    }

    @Test
    void what_a_regime_asks_for_and_who_is_to_act_narrow_it() {
        assertThat(ids("")).containsExactly("d1", "d2", "d3");
        assertThat(ids("?regime=fr-anssi")).containsExactly("d1", "d2");
        assertThat(ids("?regime=fr-anssi&regime=uk-ncsc")).containsExactly("d1", "d2", "d3");
        assertThat(ids("?regime=fr-anssi&owner=supplier")).containsExactly("d2");
        assertThat(ids("?regime=uk-ncsc&owner=supplier")).isEmpty();
    }

    @Test
    void an_installed_regime_without_rules_for_the_day_is_named_with_what_to_do() {
        JsonNode silent = api.get(PATH).is(200).json().path("silent");
        assertThat(silent.findValuesAsText("regime")).containsExactly("us-trust");
        assertThat(silent.get(0).path("because").asText()).contains("no active pack of it holds 2026-11-21");
        assertThat(silent.get(0).path("remedy").asText()).contains("GET /regimes/us-trust/packs", "activate");
        assertThat(api.get(PATH + "?regime=fr-anssi").json().has("silent")).isFalse();
        assertThat(api.get(PATH + "?regime=us-trust").json().path("silent")).hasSize(1);
    }

    @Test
    void a_regime_without_an_audit_of_the_newest_facts_is_named_with_what_to_do() {
        JsonNode unjudged = api.get(PATH).is(200).json().path("unjudged");
        assertThat(unjudged.findValuesAsText("regime")).containsExactly("fr-anssi", "uk-ncsc");
        assertThat(unjudged.get(0).has("audit")).isFalse();
        assertThat(unjudged.get(0).path("because").asText()).contains("no audit by it is finished");
        assertThat(unjudged.get(1).path("because").asText()).contains("earlier facts");
        assertThat(api.get(PATH + "?regime=us-trust").json().has("unjudged")).isFalse();
    }

    @Test
    void what_is_broken_without_a_day_is_counted_beside_it() {
        JsonNode undated = api.get(PATH).is(200).json().path("undated");
        assertThat(undated.findValuesAsText("regime")).containsExactly("fr-anssi", "uk-ncsc");
        assertThat(undated.get(0).path("because").asText())
                .startsWith("6 verdicts of 2 requirements are FAIL and without a day (5 critical, 1 low)");
        assertThat(undated.get(1).path("because").asText()).startsWith("1 verdict of 1 requirement is FAIL");
        assertThat(undated.get(0).path("remedy").asText())
                .startsWith("GET /audits/" + FakeAudits.DONE + "/findings?outcome=FAIL&regime=fr-anssi");
        assertThat(api.get(PATH + "?regime=us-trust").json().has("undated")).isFalse();
    }

    @Test
    void the_calendar_is_narrowed_alike() {
        assertThat(api.get(PATH + ".ics?regime=uk-ncsc").is(200).text())
                .contains("UID:alpha-d3@")
                .doesNotContain("UID:alpha-d1@");
    }

    @Test
    void a_regime_that_is_not_installed_is_refused_and_not_answered_with_nothing() {
        for (String path : List.of(PATH, PATH + ".ics")) {
            assertThat(api.get(path + "?regime=uk-ncs")
                            .problem(400, "invalid-parameter")
                            .toString())
                    .contains("unknown-regime", "did you mean 'uk-ncsc'?");
        }
    }
}
