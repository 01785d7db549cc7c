package org.assay.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsequenceTablesTest {
    private static final String ALL =
            """
            {"numbers": {"regimes": [
               {"regime": "uk-ncsc", "requirements": ["UK-DVD-02"], "components": {"untrusted": 1, "ahead": 2, "open": 0},
                "reach": {"dependant": {"untrusted": 1, "unknown": 1}},
                "replacements": [{"all": true, "count": 3, "costs": [{"currency": "GBP", "low": 1200000, "high": 1500000}],
                                  "unpriced": 1, "notBefore": "2027-03-01", "due": "2027-12-31"}]},
               {"regime": "prague", "requirements": [], "components": {"untrusted": 0},
                "replacements": [{"all": true, "count": 0, "costs": [], "unpriced": 0}]}]},
             "caps": [{"regime": "uk-ncsc", "requirement": "UK-DVD-04", "measure": "ran", "group": ["Wales"], "weight": "premises",
                       "share": "7065/20122", "limit": "7/20", "swaps": 1, "components": [{"id": "gnb-1"}]}],
             "reach": [
               {"regime": "uk-ncsc", "kind": "dependant", "id": "h", "name": "Hospital", "sort": "hospital", "state": "untrusted",
                "backup": "no", "missing": [],
                "path": [{"kind": "component", "id": "gnb-1"}, {"kind": "site", "id": "s"}, {"kind": "dependant", "id": "h"}]},
               {"regime": "uk-ncsc", "kind": "dependant", "id": "b", "name": "Bank", "sort": "finance", "state": "unknown", "path": [],
                "missing": [{"path": "dependant/b/functions", "of": "operator", "question": "Which functions does it need?"}]}],
             "replacements": [{"regime": "uk-ncsc", "supplier": "huawei", "product": "BTS", "count": 3, "untrusted": 1, "ahead": 2,
                               "missing": [{"path": "replacements", "of": "operator", "question": "What does it cost?"}]}],
             "alternatives": [{"regime": "uk-ncsc", "function": "gNB", "domain": "ran", "untrusted": 1, "candidates":
                               [{"name": "Nokia", "distrustedBy": ["fr-anssi"], "unjudgedBy": ["us-trust"]}]}]}
            """;

    private static String printed() throws Exception {
        StringWriter written = new StringWriter();
        new ConsequenceTables(new Terminal(new PrintWriter(written), false, 200))
                .print(new ObjectMapper().readTree(ALL));
        return written.toString();
    }

    @Test
    void each_regime_has_its_own_section_with_its_own_lists() throws Exception {
        String text = printed();
        assertThat(text.indexOf("Under uk-ncsc")).isLessThan(text.indexOf("Under prague"));
        assertThat(text.substring(text.indexOf("Under prague")))
                .contains("no requirement of this edition orders anything out")
                .contains("to replace: nothing")
                .doesNotContain("Hospital");
    }

    @Test
    void sums_say_what_they_leave_out() throws Exception {
        assertThat(printed())
                .contains(
                        "to replace: 3, for 1,200,000 to 1,500,000 GBP and 1 without a price; first due on 2027-12-31;"
                                + " not through before 2027-03-01")
                .contains("? ask the operator: What does it cost? (replacements)");
    }

    @Test
    void a_way_is_named_by_its_steps_and_a_missing_link_by_its_question() throws Exception {
        assertThat(printed())
                .contains("gnb-1 > s")
                .contains("? Which functions does it need? (dependant/b/functions)")
                .contains("Nokia (not under fr-anssi, open under us-trust)");
    }

    @Test
    void a_share_just_above_its_limit_does_not_look_equal_to_it() throws Exception {
        assertThat(printed())
                .contains("ran Wales (premises)")
                .contains("35.11… %")
                .contains("7/20 = 35 %");
        assertThat(Shares.percent("35000001/100000000")).isEqualTo("35… %");
        assertThat(Shares.percent("1")).isEqualTo("1 = 100 %");
        assertThat(Shares.percent("[1/3, 1/2]")).isEqualTo("[1/3, 1/2]");
    }
}
