package org.assay.rest.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.core.Finding.FactUsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWordsTest {
    @ParameterizedTest
    @CsvSource({
        "component/amf-1/firstUse, 2026-02-01, first use of component amf-1 is 2026-02-01",
        "component/amf-1/firstUse, (not there), first use of component amf-1 is not there",
        "component/amf-1/software.version, 1.2, software version of component amf-1 is 1.2",
        "operator/op/facts.oivTelecom, yes, oiv telecom of operator op is yes",
        "operator/op/facts.usesUSF, yes, uses USF of operator op is yes",
        "supplier/hw/owners.0.controls, yes, owners 1 controls of supplier hw is yes",
        "component/c/evidence:certificate, (missing), evidence (certificate) of component c is not there",
        "supplier/hw, Huawei, supplier hw is Huawei",
        "reference:holidays, x, table holidays is x",
    })
    void a_fact_is_said_in_words(String path, String value, String words) {
        assertThat(FactWords.of(new FactUsed(path, value))).isEqualTo(words);
    }
}
