package org.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BundledPacksTest {
    @Test
    void thePacksThatTheIndexNamesAreReadInItsOrder() {
        assertThat(BundledPacks.of(BundledPacksTest.class, "xx-test"))
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .containsExactly("first", "second");
    }

    @Test
    void aBundleWithoutPacksOfTheRegimeIsAMistakeOfItsBuild() {
        assertThatThrownBy(() -> BundledPacks.of(BundledPacksTest.class, "yy-test"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/packs/yy-test/index.txt");
    }
}
