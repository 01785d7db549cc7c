package org.assay.engine.internal.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Property(tries = 2_000)
    void aTextIsFoundWhereJavaFindsIt(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String part,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 200) String text) {
        String sought = part.repeat(8);
        assertThat(Texts.contains(text, sought)).isEqualTo(text.contains(sought));
        assertThat(Texts.contains(text + sought + text, sought)).isTrue();
    }

    /** To try each place would take half a million times half a million steps. */
    @Test
    void aTextThatRepeatsItselfIsSoughtInStepsOfTheLengths() {
        boolean found = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Texts.contains("a".repeat(1_000_000), "a".repeat(500_000) + "b"));
        assertThat(found).isFalse();
    }
}
