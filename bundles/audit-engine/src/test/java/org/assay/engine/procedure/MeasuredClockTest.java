package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.eval.RuleSet;
import org.junit.jupiter.api.Test;

/** A clock that waits for the next component to come into service, and looks anew from the day on which it came. */
class MeasuredClockTest {
    private static final String MACHINE =
            """
            measures:
              next: {min: "component.firstUse", of: "!(component.firstUse <= asOf)"}
            procedures:
              watch:
                title: A network that is watched
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: FREE}]
                states:
                  FREE: {title: nothing came}
                  ONE: {title: one came}
                  MORE: {title: another came}
                  ENOUGH: {title: a third came, end: true}
                moves:
                  - {from: FREE, at: "measures.next", to: ONE, actor: operator}
                  - {from: ONE, at: "measures.next", to: MORE, actor: operator}
                  - {from: MORE, at: "measures.next", to: ENOUGH, actor: operator}
            """;

    private final RuleSet rules = ProcedurePacks.rules(MACHINE);

    private String told(String day, Object... more) {
        List<Object> components = new ArrayList<>(List.of(
                Map.of("id", "before", "firstUse", "2026-01-01"),
                Map.of("id", "next", "firstUse", "2026-02-28"),
                Map.of("id", "last", "firstUse", "2026-06-30")));
        components.addAll(List.of(more));
        Map<String, Object> file = Map.of("id", "f", "kind", "file", "issued", "2026-01-01");
        Map<String, Object> given = Map.of("components", components, "evidence", List.of(file));
        ProcedureCase only = ProcedurePacks.only(rules, given, day);
        String until =
                only.clocks().isEmpty() ? "" : " until " + only.clocks().get(0).day();
        return only.error() + only.state().orElse("UNKNOWN") + until;
    }

    @Test
    void measures_are_those_of_the_day_on_which_the_state_was_entered() {
        assertThat(told("2026-01-01")).isEqualTo("FREE until 2026-02-28");
        assertThat(told("2026-02-27")).isEqualTo("FREE until 2026-02-28");
        assertThat(told("2026-02-28")).isEqualTo("ONE until 2026-06-30");
        assertThat(told("2026-06-29")).isEqualTo("ONE until 2026-06-30");
        assertThat(told("2026-06-30")).isEqualTo("MORE");
        assertThat(told("2030-01-01")).as("nothing more comes").isEqualTo("MORE");
    }

    @Test
    void one_that_came_on_a_day_that_is_not_known_leaves_the_state_open() {
        assertThat(told("2026-02-27", Map.of("id", "some-day", "status", "in-service")))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void one_that_is_only_ordered_has_no_such_day() {
        assertThat(told("2026-02-27", Map.of("id", "ordered", "status", "ordered")))
                .isEqualTo("FREE until 2026-02-28");
    }
}
