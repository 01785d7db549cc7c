package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.eval.RuleSet;
import org.junit.jupiter.api.Test;

/** A state may be known although the day of a move is not: then the fact that lacks is named. */
class UndatedMoveTest {
    private static final String MACHINE =
            """
            procedures:
              permit:
                title: A permit
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: SUSPECTED}]
                states: {SUSPECTED: {title: suspected}}
                moves: [{from: SUSPECTED, at: file.validFrom, to: SUSPECTED, actor: operator}]
            """;

    private final RuleSet rules = ProcedurePacks.rules(MACHINE);

    private ProcedureCase only(String... more) {
        Map<String, Object> file = new HashMap<>(Map.of("id", "f", "kind", "file", "received", "2026-01-31"));
        for (int i = 0; i < more.length; i += 2) {
            file.put(more[i], more[i + 1]);
        }
        return ProcedurePacks.only(rules, Map.of("evidence", List.of(file)), "2026-03-01");
    }

    @Test
    void theFactThatLacksIsNamed() {
        ProcedureCase one = only();
        assertThat(one.state()).hasValue("SUSPECTED");
        assertThat(one.since()).isNull();
        assertThat(one.missing()).isEmpty();
        assertThat(one.undated()).containsExactly("evidence/f/validFrom");
    }

    @Test
    void whereTheDayIsKnownNothingIs() {
        ProcedureCase one = only("validFrom", "2026-02-15");
        assertThat(one.since()).isEqualTo("2026-02-15");
        assertThat(one.undated()).isEmpty();
    }
}
