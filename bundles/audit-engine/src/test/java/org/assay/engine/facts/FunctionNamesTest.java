package org.assay.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNamesTest {
    private final FunctionNames names = FunctionNames.core();

    @ParameterizedTest
    @CsvSource({
        "AMF, AMF",
        "amf, AMF",
        "gNodeB, gNB",
        "GNB, gNB",
        "gNB CU-CP, CU-CP",
        "ran_ems, RAN-EMS",
        "5g eir, 5G-EIR",
        "other:door bell, other:door bell",
        "OTHER: door bell, other:door bell",
    })
    void a_function_has_one_name_however_it_is_written(String written, String name) {
        assertThat(names.canonical(written)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"GPON-OLT, OLT", "AMFF, AMF", "vendor/UPF, UPF", "zzzzzzz,"})
    void a_name_that_nobody_knows_stays_unknown_with_the_nearest_as_a_hint(String written, String near) {
        assertThat(names.canonical(written)).isEmpty();
        assertThat(names.nearest(written).orElse(null)).isEqualTo(near);
    }

    @Test
    void other_must_say_what() {
        assertThat(names.canonical("other:")).isEmpty();
        assertThat(names.canonical("other: ")).isEmpty();
    }

    @Test
    void every_name_of_the_vocabulary_is_its_own() {
        assertThat(names.names())
                .hasSizeGreaterThan(100)
                .allMatch(name -> names.canonical(name).filter(name::equals).isPresent());
    }

    @Test
    void two_functions_cannot_share_a_name() {
        assertThatThrownBy(() -> new FunctionNames(Map.of("A-B", List.of(), "C", List.of("a b"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("called both");
    }
}
