package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of the calendar that speaks of papers alone tells what these name. */
class NamedByPapersTest {
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "sites": [{"id": "s", "country": "DE"}],
             "components": [{"id": "c", "kind": "equipment", "domain": "core", "plannedRemoval": "2027-01-04"}],
             "evidence": [
               {"id": "grant", "kind": "grant", "issued": "2026-01-01", "validUntil": "2027-01-01", "scope": {"components": ["c"], "sites": ["s"]}},
               {"id": "decision", "kind": "decision", "issued": "2026-01-01", "validUntil": "2027-01-02", "about": ["grant"]},
               {"id": "letter", "kind": "letter", "issued": "2026-01-01", "validUntil": "2027-01-03", "about": ["letter"]}],
             "contracts": [],
             "orders": [{"id": "o", "authority": "Office", "effect": "prohibited", "component": "c", "issued": "2026-01-01", "effective": "2027-01-06"}]}
            """;

    @Test
    void itIsTheirScopeElseThatOfWhatTheyAreAbout(@TempDir Path data) {
        Subject component = new Subject("component", "c");
        try (Bench bench = Bench.of(data, "", "")) {
            bench.send(NETWORK);
            List<Deadline> due = bench.core
                    .procedures()
                    .deadlines("alpha", LocalDate.parse("2026-12-20"), 30)
                    .deadlines();
            assertThat(due).extracting(one -> one.day().getDayOfMonth()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
            assertThat(due).allSatisfy(one -> assertThat(one.names())
                    .containsExactlyElementsOf(
                            switch (one.day().getDayOfMonth()) {
                                case 1, 2 -> List.of(component, new Subject("site", "s"));
                                case 5 -> List.of(component);
                                default -> List.of();
                            }));
        }
    }
}
