package org.assay.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dossier in the terminal has the words of the document. */
class DossierTablesTest {
    private static final String DRAFT =
            """
            {'title': 'Report', 'networkName': 'Albion', 'asOf': '2026-11-21', 'regime': 'uk-ncsc', 'packVersion': '2026.1.0',
             'source': {'act': 'Act', 'section': '1'}, 'words': {'five-g': 'all 5G equipment', 'ran': 'radio'},
             'items': {'complete': 1, 'incomplete': 0, 'notNeeded': 0},
             'chapters': [{'items': [{'number': '1', 'title': 'Requirements', 'status': 'complete', 'missing': [], 'blocks': [
               {'type': 'fields', 'fields': [
                 {'label': 'Part', 'value': 'five-g', 'known': true, 'needed': true},
                 {'label': 'Domains', 'value': ['ran', 'core'], 'known': false, 'needed': true},
                 {'label': 'Wanted', 'known': false, 'needed': true},
                 {'label': 'Optional', 'known': false, 'needed': false},
                 {'label': 'Removed', 'known': true, 'needed': true}]},
               {'type': 'table', 'columns': ['REQUIREMENT'], 'moreRows': 0, 'rows': [
                 {'cells': [{'value': 'five-g', 'known': true}], 'count': 1,
                  'ofCase': {'state': 'SUSPECTED', 'stateTitle': 'the day has passed', 'age': 3}},
                 {'cells': [{'value': 'r-3', 'known': true}], 'count': 1,
                  'ofCase': {'state': 'LATE', 'stateTitle': 'late', 'age': 3, 'nextDay': '2027-01-31',
                             'overdue': [{'lastDay': '2026-10-31', 'actor': 'operator', 'task': 'send it'}]}},
                 {'cells': [{'value': 'r-2', 'known': true}], 'count': 1, 'ofCase': {'age': 3}}]},
               {'type': 'ages', 'limits': [30], 'ages': [
                 {'state': 'SUSPECTED', 'stateTitle': 'the day has passed', 'counts': [1, 0]}]}]}]}]}
            """;

    private static List<String> shown() throws IOException {
        StringWriter text = new StringWriter();
        new DossierTables(new Terminal(new PrintWriter(text), false, 100))
                .completeness(new ObjectMapper().readTree(DRAFT.replace('\'', '"')), true);
        return text.toString().lines().map(String::stripTrailing).toList();
    }

    @Test
    void wordsOfTheFactsAreSaidAsTheDossierSaysThem() throws IOException {
        assertThat(shown())
                .contains(
                        "  Part: all 5G equipment",
                        "  Domains: radio, core (in part)",
                        "  Wanted: missing",
                        "  Optional: not known",
                        "  Removed: -");
    }

    @Test
    void whatIsOverdueStandsBeforeWhatComesNext() throws IOException {
        assertThat(shown()).anyMatch(line -> line.matches("r-3 +late +3 +overdue 2026-10-31, 2027-01-31 +1"));
    }

    @Test
    void statesAreSaidByTheirTitles() throws IOException {
        List<String> lines = shown();
        assertThat(lines).noneMatch(line -> line.contains("SUSPECTED") || line.contains("five-g"));
        assertThat(lines)
                .anyMatch(line -> line.matches("all 5G equipment +the day has passed +3 +- +1"))
                .anyMatch(line -> line.matches("r-2 +not known +3 +- +1"))
                .anyMatch(line -> line.matches("the day has passed +1 +0"));
    }
}
