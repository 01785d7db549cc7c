package org.assay.karaf.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.NotFoundException;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void letsNoEscapeSequenceThrough() {
        assertThat(Plain.line("a\u001b[31mred\u001b[0m\u009b2J")).isEqualTo("a\uFFFD[31mred\uFFFD[0m\uFFFD2J");
    }

    @Test
    void keepsATextOnOneLineAndInReadingOrder() {
        assertThat(Plain.line("a\r\nb\u2028c\u2029d\u202Ee\u200Bf"))
                .isEqualTo("a\uFFFD\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "§ 165(4) TKG: Zürich, 電気, 😀";

        assertThat(Plain.line(text)).isEqualTo(text);
    }

    @Test
    void prefersEnglishAndTakesTheFirstLanguageOtherwise() {
        Map<String, String> german = new LinkedHashMap<>(Map.of("de", "ja"));
        assertThat(Plain.line(Map.of("de", "ja", "en", "yes"))).isEqualTo("yes");
        assertThat(Plain.line(german)).isEqualTo("ja");
        assertThat(Plain.line(Map.<String, String>of())).isEmpty();
    }

    @Test
    void tellsPlaceAndRemedyOfEveryFaultUpToABound() {
        Fault fault = new Fault("type-error", "bad \u001btype", "", 3, 7, "use text");

        List<String> lines = Plain.lines(new FaultException(Collections.nCopies(12, fault)));

        assertThat(lines).hasSize(11).endsWith("and 2 more");
        assertThat(lines.get(0)).isEqualTo("line 3, column 7: bad \uFFFDtype. use text");
    }

    @Test
    void tellsWhatToDoAboutAProblem() {
        assertThat(Plain.lines(new NotFoundException("regime", "there is none", "install it")))
                .containsExactly("there is none", "install it");
    }
}
