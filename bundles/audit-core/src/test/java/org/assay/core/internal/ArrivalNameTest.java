package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assay.core.internal.regime.Arrival;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

class ArrivalNameTest {

    @Test
    void aRegimeNeedsAnId() {
        assertThatThrownBy(() -> new Arrival("No Id!", 1, "bundle", List.of()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'No Id!' is no regime id");
    }
}
