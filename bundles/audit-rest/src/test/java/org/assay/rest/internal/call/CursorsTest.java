package org.assay.rest.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

class CursorsTest {
    @Property
    void givesBackTheKeyItWasMadeOf(@ForAll @StringLength(max = 150) String key) {
        String wellFormed = key.replaceAll("\\p{Cs}", "?");

        assertThat(Cursors.decode("packs a", Cursors.encode("packs a", wellFormed)))
                .isEqualTo(wellFormed);
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThatThrownBy(() -> Cursors.decode("packs a", text))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.faults().get(0).code()).isEqualTo("unknown-cursor"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Cursors.encode("packs a", "2026.1.0");

        assertThatThrownBy(() -> Cursors.decode("packs b", cursor)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> Cursors.decode("packs", cursor)).isInstanceOf(FaultException.class);
    }
}
