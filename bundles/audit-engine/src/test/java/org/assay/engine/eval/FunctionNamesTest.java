package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of network functions: one each, whatever the spelling, and any where nobody knows it. */
class FunctionNamesTest {
    private static Bench functions(String... functions) {
        var row = new RulePack.Row(Map.of("function", "gNodeB"), null, null, false, Position.START);
        var own = new RulePack.Row(Map.of("function", "Feeder"), null, null, false, Position.START);
        return new Bench().functions(List.of(row, own)).component("g", Map.of("functions", List.of(functions)));
    }

    @Test
    void a_network_function_has_one_name_in_inventories_and_tables() {
        Bench bench = functions("amf", "gNB", "feeder");
        assertThat(bench.truth("'AMF' in component.functions && 'Feeder' in component.functions", "g"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth(
                        "component.functions.all(f, f == 'AMF' || reference.functions.exists(r, r.function == f))",
                        "g"))
                .isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "component.functions.exists(f, reference.functions.exists(r, r.function == f)) | gNB | TRUE",
                "component.functions.exists(f, reference.functions.exists(r, r.function == f)) | AMF | UNKNOWN",
                "component.functions.exists(f, !reference.functions.exists(r, r.function == f)) | AMF | TRUE",
                "component.functions.all(f, reference.functions.exists(r, r.function == f)) | AMF | FALSE",
                "component.functions.all(f, reference.functions.exists(r, r.function == f)) | gNB | UNKNOWN",
                "'AMF' in component.functions | AMF | TRUE",
                "'UPF' in component.functions | AMF | UNKNOWN",
                "component.functions.exists(f, f.startsWith('A')) | gNB | UNKNOWN",
                "component.functions.exists(f, f in ['B']) | gNB | UNKNOWN",
                "component.functions.exists(f, f.contains('C')) | gNB | UNKNOWN",
                "component.functions.exists(f, f.size() > 2) | AMF | TRUE",
                "component.functions.size() == 2 | AMF | TRUE",
                "minus(component.functions, ['AMF']).size() == 0 | AMF | UNKNOWN",
                "component.functions == ['AMF'] | AMF | UNKNOWN",
                "known(component.functions) | AMF | TRUE",
            })
    void a_name_that_nobody_knows_may_be_any_function(String condition, String other, Truth truth) {
        assertThat(functions(other, "GPON-OLT").truth(condition, "g")).isEqualTo(truth);
    }

    @Test
    void a_name_that_nobody_knows_is_asked_for_and_shown_as_it_was_written() {
        Explanation asked = functions("GPON-OLT").explain("component", "g", "'UPF' in component.functions");
        assertThat(asked.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.path()).isEqualTo("component/g/functions.'GPON-OLT'");
            assertThat(missing.question()).startsWith("Which network function is 'GPON-OLT'?");
        });
        assertThat(asked.facts()).contains(new Explanation.FactUsed("component/g/functions", "GPON-OLT"));
    }

    @Test
    void a_function_that_is_said_to_be_another_is_none_of_the_known_ones() {
        assertThat(functions("other:door bell")
                        .truth("component.functions.exists(f, reference.functions.exists(r, r.function == f))", "g"))
                .isEqualTo(Truth.FALSE);
    }
}
