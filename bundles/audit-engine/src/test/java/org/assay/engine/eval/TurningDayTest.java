package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assay.engine.matrix.BitmapMatrix;
import org.junit.jupiter.api.Test;

/** That no verdict changes before the day that is named, on packs and snapshots that nobody wrote. */
class TurningDayTest {
    private static final int RULES = 4;
    private static final int WITHIN = 12;
    private static final LocalDate RECORDED = LocalDate.parse("2026-05-01");
    private static final Evaluator EVALUATOR = new CompiledEvaluator();

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noVerdictChangesBeforeTheDay(@ForAll long seed) {
        Random random = new Random(seed);
        RuleSet whole = RuleSet.compile(RandomPacks.of(random));
        for (int i = 0; i < RULES; i++) {
            RuleSet rules = whole.only("XX-" + i);
            PreparedFacts facts = PreparedFacts.of(RandomSnapshots.of(random));
            LocalDate from = day(random);
            LocalDate turn = on(rules, facts, from).turn(WITHIN).day();
            BitmapMatrix now = on(rules, facts, from).judge(done -> {});
            for (LocalDate day = from.plusDays(1); day.isBefore(turn); day = day.plusDays(1)) {
                BitmapMatrix then = on(rules, facts, day).judge(done -> {});
                String what = "pack " + seed + ", rule " + i + ", from " + from + " to " + day + ", turn " + turn;
                assertThat(then.digest()).as(what).isEqualTo(now.digest());
                then.rows().forEach((id, row) -> assertThat(row.head())
                        .as(what)
                        .isEqualTo(now.rows().get(id).head()));
            }
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noVerdictChangesBetweenTheDaysThatAreNamedTogether(@ForAll long seed) {
        Random random = new Random(seed);
        RuleSet whole = RuleSet.compile(RandomPacks.of(random));
        for (int i = 0; i < RULES; i++) {
            RuleSet rules = whole.only("XX-" + i);
            PreparedFacts facts = PreparedFacts.of(RandomSnapshots.of(random));
            LocalDate from = day(random);
            List<TurningDay> turns = on(rules, facts, from).turns(WITHIN);
            Set<LocalDate> named = turns.stream().map(TurningDay::day).collect(Collectors.toSet());
            LocalDate end = turns.isEmpty() ? from : turns.get(turns.size() - 1).day();
            String before = on(rules, facts, from).judge(done -> {}).digest();
            for (LocalDate day = from.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
                String then = on(rules, facts, day).judge(done -> {}).digest();
                if (!named.contains(day)) {
                    assertThat(then)
                            .as("pack %s, rule %s, from %s to %s, named %s", seed, i, from, day, named)
                            .isEqualTo(before);
                }
                before = then;
            }
            assertThat(on(rules, facts, from).turn(WITHIN).day())
                    .isEqualTo(
                            turns.isEmpty()
                                    ? from.plusDays(WITHIN + 1L)
                                    : turns.get(0).day());
        }
    }

    @Test
    void daysArePassedOverAndVerdictsDoChange() {
        int passed = 0;
        int changed = 0;
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            RuleSet rules = RuleSet.compile(RandomPacks.of(random)).only("XX-0");
            PreparedFacts facts = PreparedFacts.of(RandomSnapshots.of(random));
            LocalDate from = day(random);
            LocalDate turn = on(rules, facts, from).turn(WITHIN).day();
            passed += turn.isAfter(from.plusDays(1)) ? 1 : 0;
            String before = on(rules, facts, from).judge(done -> {}).digest();
            String after =
                    on(rules, facts, from.plusDays(WITHIN)).judge(done -> {}).digest();
            changed += after.equals(before) ? 0 : 1;
        }
        assertThat(passed).as("of 150 first days were passed over").isGreaterThan(10);
        assertThat(changed).as("of 150 rules had another verdict in the end").isGreaterThan(3);
    }

    private static Evaluation on(RuleSet rules, PreparedFacts facts, LocalDate day) {
        Map<String, Object> options = new HashMap<>();
        return EVALUATOR.open(rules, facts, new AuditTerms(day, RECORDED, options));
    }

    /** A few days before one of those that facts and packs are made of. */
    private static LocalDate day(Random random) {
        LocalDate near = LocalDate.parse(RandomExpressions.DAYS.get(random.nextInt(RandomExpressions.DAYS.size())));
        return near.minusDays(random.nextInt(8));
    }
}
