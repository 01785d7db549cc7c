package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.core.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question about a case that may be in many states names a few of them. */
class OpenStatesTest {
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "evidence": [{"id": "l", "kind": "licence", "issued": "2026-01-01"}, {"id": "r", "kind": "review", "about": ["l"], "issued": "2026-03-01"}],
             "components": [], "contracts": [], "orders": []}
            """;

    /** A review of which the issuer says to which of some states it leads; the last is a breach. */
    private static String procedure(int states) {
        String titles = IntStream.rangeClosed(1, states)
                .mapToObj(i ->
                        ", S%d: {title: state %d, end: true%s}".formatted(i, i, i == states ? ", breach: true" : ""))
                .collect(Collectors.joining());
        String moves = IntStream.rangeClosed(1, states)
                .mapToObj(i ->
                        "      - {from: RUNS, on: evidence.review, when: \"move.issuer == 'O%d'\", to: S%d, actor: authority}\n"
                                .formatted(i, i))
                .collect(Collectors.joining());
        String cases = IntStream.rangeClosed(1, states)
                .mapToObj(i ->
                        "      - {given: {evidence: [{id: l, kind: licence, issued: 2026-01-01}, {id: r, kind: review, issuer: O%d, about: [l], issued: 2026-03-01}]}, case: l, states: {2026-02-28: RUNS, 2026-03-01: S%d}}\n"
                                .formatted(i, i))
                .collect(Collectors.joining());
        return """
            procedures:
              licence:
                title: A licence
                source: {act: Act, section: "4", mark: choice}
                opens: [{by: evidence.licence, start: RUNS}]
                states: {RUNS: {title: runs}%s}
                moves:
            %s    cases:
            %s"""
                .formatted(titles, moves, cases);
    }

    private static Deadline asked(Path data, int states) {
        try (Bench bench = Bench.of(data, procedure(states), "")) {
            bench.send(NETWORK);
            List<Deadline> due =
                    bench.core.procedures().deadlines("alpha", null, 90).deadlines();
            assertThat(bench.core.procedures().cases("alpha", null).get(0).possible())
                    .hasSize(states + 1);
            assertThat(due).hasSize(1);
            return due.get(0);
        }
    }

    @Test
    void threeAreNamedWithWhatIsABreachFirst(@TempDir Path data) {
        assertThat(asked(data, 5).text())
                .containsEntry(
                        "en",
                        "Answer what is missing: it is not known which state the case is in (state 5 / runs / state 1 or 3 others)");
    }

    @Test
    void asManyAsThreeAreAllNamed(@TempDir Path data) {
        assertThat(asked(data, 2).text().get("en")).endsWith("(runs / state 1 / state 2)");
    }

    @Test
    void oneOtherIsOne(@TempDir Path data) {
        assertThat(asked(data, 3).text())
                .hasEntrySatisfying("en", text -> assertThat(text).endsWith("or 1 other)"))
                .hasEntrySatisfying("de", text -> assertThat(text).endsWith("oder 1 weiterer)"))
                .hasEntrySatisfying("fr", text -> assertThat(text).endsWith("ou 1 autre)"));
    }
}
