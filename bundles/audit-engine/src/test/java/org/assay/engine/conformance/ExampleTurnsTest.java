package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.matrix.BitmapMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * That verdicts change on no day that is passed over, by judging the examples on every day; on more days by hand:
 * {@code -Dassay.turns.days=365}.
 */
class ExampleTurnsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-21");
    private static final int DAYS = Integer.getInteger("assay.turns.days", 1);

    @ParameterizedTest
    @CsvSource({
        "de-bsi, de-rheinfunk, 45",
        "fr-anssi, fr-hexamobile, 45",
        "uk-ncsc, uk-albion, 365",
        "us-trust, us-prairielink, 45",
        "eu-toolbox, fr-hexamobile, 45",
        "prague, de-rheinfunk, 45"
    })
    void noVerdictChangesOnADayThatIsPassedOver(String regime, String example, int few) throws IOException {
        int days = Math.max(few, DAYS);
        RuleSet rules = Examples.rules(regime);
        PreparedFacts facts = PreparedFacts.of(Examples.facts(rules, example));
        LocalDate turn = on(rules, facts, FIRST).turn(days).day();
        BitmapMatrix before = on(rules, facts, FIRST).judge(done -> {});
        List<LocalDate> looked = new ArrayList<>();
        for (LocalDate day = FIRST.plusDays(1); !day.isAfter(FIRST.plusDays(days)); day = day.plusDays(1)) {
            BitmapMatrix today = on(rules, facts, day).judge(done -> {});
            if (day.equals(turn)) {
                looked.add(day);
                turn = on(rules, facts, day).turn(days).day();
            } else {
                assertThat(today.digest()).as(example + " on " + day).isEqualTo(before.digest());
                assertThat(today.counts()).as(example + " on " + day).isEqualTo(before.counts());
            }
            before = today;
        }
        // Clocks of many cases name many days; were it every day, nothing would be passed over.
        assertThat(looked).as("days to look at").hasSizeBetween(1, days * 3 / 4);
    }

    private static Evaluation on(RuleSet rules, PreparedFacts facts, LocalDate day) {
        return new CompiledEvaluator().open(rules, facts, new AuditTerms(day, FIRST, Map.of()));
    }
}
