package org.assay.engine.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.Test;

/** Templates of dossiers that are wrong. */
class DossierTemplateTest {
    private static List<String> faults(String from, String to) {
        assertThat(DossierTest.PACK).contains(from);
        return catchThrowableOfType(
                        FaultException.class,
                        () -> RuleSet.compile(PackReader.read(
                                DossierTest.PACK.replace(from, to).getBytes(StandardCharsets.UTF_8))))
                .faults()
                .stream()
                .map(Fault::message)
                .toList();
    }

    @Test
    void whatATemplateGetsWrongIsToldWhenThePackIsLoaded() {
        assertThat(faults("verdicts: [XX-1]", "verdicts: [XX-2]"))
                .containsExactly("the pack has no requirement 'XX-2' (in dossier application)");
        assertThat(faults("cases: filing", "cases: other"))
                .containsExactly("the pack has no procedure 'other' (in dossier application)");
        assertThat(faults("value: component.functions", "value: component.function"))
                .singleElement()
                .asString()
                .contains("function", "(in dossier application)");
        assertThat(faults("per: \"component.product.name\"", "per: \"component.firstUse\""))
                .containsExactly("this gives a date where a string is due (in dossier application)");
        assertThat(faults("each: component.operatedBy", "each: component.product"))
                .contains("'each' gives no list (in dossier application)");
        assertThat(faults("ages: [30, 90]", "ages: [90, 30]"))
                .containsExactly("ages are rising numbers of days, of cases");
        assertThat(faults(", ask: {of: operator, question: Attach it}", ""))
                .containsExactly("whom to ask where there are fewer than 1?");
        assertThat(faults("        there: \"operator.name != 'Nobody'\"\n", ""))
                .contains("'there' and 'ask' belong together");
        assertThat(faults("recipient: The office", "programme: true\n    recipient: The office"))
                .contains("a programme is that of a supplier");
    }
}
