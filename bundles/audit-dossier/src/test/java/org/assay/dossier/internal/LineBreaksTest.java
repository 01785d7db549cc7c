package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreaksTest {

    @ParameterizedTest
    @ValueSource(strings = {"21/11/2026", "le 21/11/2026 ; elles", "(01/02/2027)", "01/01"})
    void noLineEndsWithinADay(String text) {
        for (int place : places(text)) {
            boolean digits = place < text.length()
                    && (Character.isDigit(text.charAt(place)) || text.charAt(place) == '/')
                    && (Character.isDigit(text.charAt(place - 1)) || text.charAt(place - 1) == '/');
            assertThat(digits).as("%s at %d", text, place).isFalse();
        }
    }

    @Test
    void linesEndBetweenWordsAndTheTextIsReadToItsEnd() {
        assertThat(places("vigueur le 21/11/2026 ou")).containsExactly(8, 11, 22, 24);
    }

    private static List<Integer> places(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<Integer> places = new ArrayList<>();
        for (int place = breaks.next(); place != BreakIterator.DONE; place = breaks.next()) {
            places.add(place);
        }
        return places;
    }
}
