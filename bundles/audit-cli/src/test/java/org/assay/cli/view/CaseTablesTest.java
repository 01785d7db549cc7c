package org.assay.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTablesTest {
    private final StringWriter text = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(text), false, 100);

    @Test
    void breachesStandFirstThenWhatIsDueSoonestAndWhatIsOverIsOnlyCounted() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        cases.add(one("a", "LEGACY", "'ended': true, 'breach': false, 'clocks': []"));
        cases.add(one("b", "RUNNING", "'ended': false, 'breach': false, 'clocks': [{'lastDay': '2027-03-01'}]"));
        cases.add(one("c", "REQUIRED", "'ended': false, 'breach': false, 'clocks': [{'lastDay': '2026-12-01'}]"));
        cases.add(one("d", "VIOLATION", "'ended': true, 'breach': true, 'clocks': []"));
        cases.add(one("e", "VIOLATION", "'ended': true, 'breach': true, 'clocks': []"));
        new CaseTables(terminal).grouped(cases);
        List<String> lines = text.toString()
                .lines()
                .filter(line -> line.matches("(VIO|REQ|RUN|and).*"))
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).matches("VIOLATION +2 +- +- +d, e .*");
        assertThat(lines.get(1)).startsWith("REQUIRED").contains("2026-12-01");
        assertThat(lines.get(2)).startsWith("RUNNING").contains("2027-03-01");
        assertThat(lines.get(3)).startsWith("and 1 LEGACY").contains("--all");
    }

    @Test
    void whatIsOverdueStandsBeforeWhatComesNextWithWhoHasToDoIt() throws IOException {
        String next = "'ended': false, 'breach': false, 'clocks': [{'lastDay': '2026-12-01', 'actor': 'authority'}]";
        JsonNode soon = one("a", "SOON", next);
        JsonNode late = one("b", "LATE", next + ", 'overdue': [{'lastDay': '2026-10-31', 'actor': 'operator'}]");
        JsonNode breach = one(
                "c",
                "BREACH",
                "'ended': false, 'breach': true, 'clocks': [], 'overdue': [{'lastDay': '2026-10-31', 'actor': 'operator'}]");
        new CaseTables(terminal).grouped(List.of(soon, late, breach));
        assertThat(text.toString().lines().filter(line -> line.matches("(SOON|LATE|BREACH).*")))
                .satisfiesExactly(
                        line -> assertThat(line).matches("BREACH +1 +overdue 2026-10-31 +operator +c .*"),
                        line -> assertThat(line).matches("LATE +1 +overdue 2026-10-31, 2026-12-01 +operator +b .*"),
                        line -> assertThat(line).matches("SOON +1 +2026-12-01 +authority +a .*"));
    }

    @Test
    void aDayOnWhichACaseIsOnlyLookedAtIsNotItsNext() throws IOException {
        String look = "{'lastDay': '2026-12-01', 'to': '%s', 'actor': 'office', 'idle': false}";
        String clocks = look.formatted("HELD") + ", " + look.formatted("OTHER") + ", "
                + "{'lastDay': '2027-03-01', 'to': 'OVER', 'actor': 'office', 'idle': false}";
        JsonNode held = one("a", "HELD", "'ended': false, 'breach': false, 'clocks': [" + clocks + "]");
        assertThat(CaseGroup.of(List.of(held)).get(0).next()).isEqualTo("2027-03-01");
    }

    @Test
    void whatIsMissingIsToldInLinesThatFit() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String missing = "component/site-of-a-long-name-" + i + "/firstUse";
            cases.add(json("{'regime': 'x', 'procedure': 'p', 'title': 'P', 'subject': {'id': 'c" + i + "'},"
                    + " 'ended': false, 'breach': false, 'clocks': [], 'missing': ['" + missing + "']}"));
        }
        new CaseTables(terminal).grouped(cases);
        assertThat(text.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(text.toString().replaceAll("\\s+", " ")).contains("name-2/firstUse; and 6 more (--all lists them)");
    }

    @Test
    void aRecordThatTakesEffectLaterIsToldWithItsDay() throws IOException {
        new CaseTables(terminal)
                .one(one(
                        "a",
                        "LISTED",
                        "'idle': [{'evidence': 'd', 'state': 'LISTED', 'why': 'later', 'day': '2027-01-01'},"
                                + " {'evidence': 'e', 'state': 'LISTED', 'why': 'later'}]"));
        assertThat(text.toString().lines())
                .contains("  moved nothing: d: takes effect on 2027-01-01", "  moved nothing: e: takes no effect yet");
    }

    @Test
    void nothingIsWiderThanANarrowTerminal() throws IOException {
        Terminal narrow = new Terminal(new PrintWriter(text), false, 40);
        JsonNode late = one(
                "a",
                "LATE",
                "'source': {'act': 'An act of a longer name', 'section': 'section 105Z1'},"
                        + " 'history': [{'day': '2026-11-01', 'to': 'LATE', 'evidence': 'record-1', 'actor': 'authority'}],"
                        + " 'clocks': [{'lastDay': '2026-12-01', 'to': 'OVER', 'actor': 'operator', 'task': 'Send the report'}],"
                        + " 'overdue': [{'lastDay': '2026-11-30', 'actor': 'operator', 'task': 'Send the report'}]");
        new CaseTables(narrow).one(late);
        new CaseTables(narrow).grouped(List.of(late));
        new CaseTables(narrow).cases(List.of(late));
        assertThat(text.toString().lines()).allMatch(line -> line.length() <= 40);
        assertThat(text.toString().replaceAll("\\s+", " ")).contains("OVER (operator): Send the report");
    }

    @Test
    void aDayThatIsNotKnownIsToldWithTheFactThatLacks() throws IOException {
        new CaseTables(terminal)
                .one(one("a", "LATE", "'history': [{'to': 'LATE'}], 'undated': ['component/c/removed']"));
        assertThat(text.toString().lines())
                .contains(
                        "  (day not known)  LATE  by its clock",
                        "  a day is not known, for want of component/c/removed");
    }

    @Test
    void aRegimeOfWhichNothingIsToldIsNamedWithWhatToDo() throws IOException {
        DeadlineList.silent(
                terminal, json("[{'regime': 'fr-anssi', 'because': 'no active pack of it holds the day'}]"));
        assertThat(text.toString().lines())
                .containsExactly(
                        "fr-anssi: no active pack of it holds the day.",
                        "  ./assay packs fr-anssi lists its packs; ./assay pack activate fr-anssi VERSION");
    }

    @Test
    void aRegimeOfWhichNoAuditKnowsTheFactsIsNamedWithTheCommandThatMakesOne() throws IOException {
        DeadlineList.unjudged(
                terminal,
                "alpha",
                json(
                        "[{'regime': 'fr-anssi', 'because': 'no audit by it is finished'}, {'regime': 'uk-ncsc', 'because': 'old'}]"));
        assertThat(text.toString().lines())
                .containsExactly(
                        "fr-anssi: no audit by it is finished.",
                        "uk-ncsc: old.",
                        "  ./assay audit --network alpha --regimes fr-anssi,uk-ncsc");
    }

    @Test
    void deadlinesAreToldWholeUnderTheirSeverity() throws IOException {
        String task = "Remove the component from the core ".repeat(6).strip();
        JsonNode due =
                json("{'day': '2026-12-31', 'daysLeft': 39, 'severity': 'critical', 'owner': 'operator', 'text': '"
                        + task + "', 'about': 'contract2024', 'regime': 'de-bsi', 'source': 'Contracts, 1',"
                        + " 'subjects': [{'id': 'x-1'}], 'count': 3}");
        new DeadlineList(terminal).print(List.of(due));
        String shown = text.toString();
        assertThat(shown).contains("2026-12-31  39 days left, operator: x-1 and 2 more");
        assertThat(shown.replaceAll("\\s+", " ")).contains(task).contains("Contracts, 1 (de-bsi contract2024)");
        assertThat(shown.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatIsToBeAskedAndWhatOnlyTheFactsSayAreToldInPlainSentences() throws IOException {
        new DeadlineList(terminal)
                .print(
                        List.of(
                                json(
                                        "{'day': '2026-12-31', 'daysLeft': 39, 'severity': 'high', 'owner': 'operator', 'text': 'Send it',"
                                                + " 'about': 'terms', 'subjects': [{'kind': 'evidence.decision', 'id': 'd-1'}], 'count': 3, 'names': [{'kind': 'component', 'id': 'amf-1'}],"
                                                + " 'missing': [{'of': 'authority', 'question': 'Is it listed?', 'path': 'component/x/facts.listed'}]}")));
        assertThat(text.toString().lines())
                .containsSubsequence(
                        "2026-12-31  39 days left, operator: d-1 and 2 more (names amf-1)",
                        "            Send it",
                        "            It depends on what is not known yet:",
                        "            ? ask the authority: Is it listed? (component/x/facts.listed)",
                        "            the facts: terms of evidence.decision d-1 and 2 more");
    }

    @Test
    void whatIsBrokenWithoutADayIsToldBehindWhatIsDue() throws IOException {
        DeadlineList list = new DeadlineList(terminal);
        list.undated(List.of());
        assertThat(text.toString()).isEmpty();
        list.undated(List.of(json("{'regime': 'fr-anssi', 'audit': 'a-1', 'because': '6 verdicts are FAIL'}")));
        assertThat(text.toString().lines())
                .containsExactly(
                        "",
                        "without a day",
                        "-------------",
                        "fr-anssi: 6 verdicts are FAIL",
                        "  ./assay findings a-1 --regime fr-anssi --outcome FAIL lists them");
    }

    @Test
    void whatIsOverdueComesUnderItsOwnHeading() throws IOException {
        String rest = "'owner': 'operator', 'text': 'Send it', 'about': 'r', 'subjects': [{'id': 'x'}], 'count': 1}";
        JsonNode late = json("{'day': '2026-11-10', 'daysLeft': -11, 'overdueSince': '2026-11-11', 'daysOverdue': 11,"
                + " 'severity': 'low', " + rest);
        JsonNode due = json("{'day': '2026-11-22', 'daysLeft': 1, 'severity': 'low', " + rest);
        new DeadlineList(terminal).print(List.of(late, due));
        List<String> lines = text.toString().lines().map(String::strip).toList();
        assertThat(lines)
                .contains("2026-11-10  overdue since 2026-11-11 (11 days), low, operator: x")
                .contains("2026-11-22  1 day left, operator: x")
                .containsSubsequence("overdue", "low");
    }

    private static JsonNode one(String id, String state, String more) throws IOException {
        return json("{'regime': 'x', 'procedure': 'p', 'title': 'P', 'subject': {'id': '" + id + "'}, 'state': '"
                + state + "', 'stateTitle': 'it is " + state + "', " + more + "}");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
