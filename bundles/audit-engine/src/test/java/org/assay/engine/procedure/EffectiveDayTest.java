package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.TurningDay;
import org.junit.jupiter.api.Test;

/** A record that names a later day moves its case on that day, and not when it came. */
class EffectiveDayTest {
    private static final String MACHINE =
            """
            reference: {free: {source: none, complete: false, columns: {day: date}, rows: [{day: 2026-01-01}]}}
            procedures:
              listing:
                title: A listing
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.listing, start: LISTED}]
                effective:
                  evidence.delisting: "known(move.validFrom) ? move.validFrom : move.issued"
                  evidence.rest: "addBusinessDays(move.issued, 1, reference.free)"
                  evidence.jump: "date(year(move.issued), 13, 1)"
                states:
                  LISTED: {title: listed}
                  RESTING: {title: resting}
                  HELD: {title: held}
                  OFF: {title: off}
                  LATE: {title: late, end: true}
                moves:
                  - {from: [LISTED, HELD, RESTING], on: evidence.delisting, when: "evidenceAbout(move, 'withdrawal').size() == 0", to: OFF, actor: office, keep: delisting}
                  - {from: OFF, on: evidence.withdrawal, to: LISTED, actor: office}
                  - {from: [LISTED, OFF], on: evidence.hold, to: HELD, actor: office}
                  - {from: LISTED, on: evidence.rest, to: RESTING, actor: office}
                  - {from: LISTED, on: evidence.jump, to: RESTING, actor: office}
                  - {from: OFF, after: "addDays(entered, 30)", to: LATE, actor: operator}
                  - {from: [HELD, RESTING], after: "addMonths(listing.issued, 18)", to: LATE, actor: operator}
            """;
    private static final Map<String, Object> LISTING = Map.of("id", "l", "kind", "listing", "issued", "2026-01-01");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private final RuleSet rules = ProcedurePacks.rules(MACHINE);

    private static Map<String, Object> record(String id, String kind, String about, String... more) {
        Map<String, Object> record = new HashMap<>(Map.of("id", id, "kind", kind, "about", List.of(about)));
        for (int i = 0; i < more.length; i += 2) {
            record.put(more[i], more[i + 1]);
        }
        return record;
    }

    private static Map<String, Object> given(List<?> records) {
        List<Object> evidence = new ArrayList<>(records);
        evidence.add(LISTING);
        return Map.of("evidence", evidence);
    }

    private ProcedureCase only(List<?> records, LocalDate day) {
        return ProcedurePacks.only(rules, given(records), day.toString());
    }

    private List<TurningDay> turns(List<?> records, LocalDate day, int within) {
        PreparedFacts facts = ProcedurePacks.facts(rules, given(records));
        return new CompiledEvaluator()
                .open(rules, facts, ProcedurePacks.on(day.toString()))
                .turns(within);
    }

    private ProcedureCase on(String day, Object... records) {
        return only(List.of(records), LocalDate.parse(day));
    }

    private String state(String day, Object... records) {
        return on(day, records).state().orElse("UNKNOWN");
    }

    @Test
    void itMovesTheCaseOnItsDayAndNotBefore() {
        Map<String, Object> later = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2026-06-01");
        assertThat(state("2026-02-01", later)).isEqualTo("LISTED");
        assertThat(state("2026-05-31", later)).isEqualTo("LISTED");
        ProcedureCase moved = on("2026-06-01", later);
        assertThat(moved.state()).contains("OFF");
        assertThat(moved.since()).isEqualTo("2026-06-01");
        assertThat(moved.next())
                .hasValueSatisfying(clock -> assertThat(clock.day()).isEqualTo("2026-07-01"));
        assertThat(state("2026-07-01", later)).isEqualTo("LATE");
    }

    @Test
    void aDayBeforeItCameIsTheDayOnWhichItCame() {
        Map<String, Object> past = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2025-06-01");
        assertThat(on("2026-03-01", past).since()).isEqualTo("2026-02-01");
        Map<String, Object> received = record(
                "d", "delisting", "l", "received", "2026-02-09", "issued", "2026-02-01", "validFrom", "2026-02-05");
        assertThat(on("2026-03-01", received).since()).isEqualTo("2026-02-09");
    }

    @Test
    void untilThenItIsToldAsOneThatTakesEffectLater() {
        Map<String, Object> later = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2026-06-01");
        assertThat(on("2026-01-31", later).idle()).isEmpty();
        assertThat(on("2026-02-01", later).idle())
                .containsExactly(IdleRecord.later("d", "LISTED", LocalDate.parse("2026-06-01")));
        assertThat(on("2026-06-01", later).idle()).isEmpty();
    }

    @Test
    void theCaseMayTurnOnThatDay() {
        Map<String, Object> later = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2026-06-01");
        assertThat(turns(List.of(later), LocalDate.parse("2026-02-01"), 365))
                .containsExactly(new TurningDay(LocalDate.parse("2026-06-01"), List.of("d takes effect on listing")));
    }

    @Test
    void whatWithdrawsItBeforeItsDayKeepsItsOwnDay() {
        Map<String, Object> later = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2026-06-01");
        Map<String, Object> before = record("w", "withdrawal", "d", "issued", "2026-03-01");
        ProcedureCase stays = on("2026-06-01", later, before);
        assertThat(stays.state()).contains("LISTED");
        assertThat(stays.idle())
                .containsExactly(
                        new IdleRecord("w", "LISTED", IdleRecord.Why.STATE, ""),
                        new IdleRecord("d", "LISTED", IdleRecord.Why.CONDITION, ""));
        Map<String, Object> after = record("w", "withdrawal", "d", "issued", "2026-06-10");
        assertThat(state("2026-06-09", later, after)).isEqualTo("OFF");
        assertThat(state("2026-06-10", later, after)).isEqualTo("LISTED");
    }

    @Test
    void aDayThatIsNotKnownLeavesTheStateOpen() {
        Map<String, Object> undated = record("d", "delisting", "l", "received", "2026-02-01");
        assertThat(state("2026-01-31", undated)).isEqualTo("LISTED");
        ProcedureCase open = on("2026-02-01", undated);
        assertThat(open.states()).containsExactly("LATE", "LISTED", "OFF");
        assertThat(open.missing()).containsExactly("evidence/d/issued");
    }

    @Test
    void aDayOfWhichOnlyTheFirstPossibleOneIsKnownIsOpenFromThatOneOn() {
        Map<String, Object> rest = record("r", "rest", "l", "issued", "2026-02-02");
        ProcedureCase before = on("2026-02-02", rest);
        assertThat(before.state()).contains("LISTED");
        assertThat(before.idle()).containsExactly(IdleRecord.later("r", "LISTED", null));
        assertThat(on("2026-02-03", rest).states()).containsExactly("LISTED", "RESTING");
        assertThat(turns(List.of(rest), LocalDate.parse("2026-02-02"), 30))
                .extracting(TurningDay::day)
                .contains(LocalDate.parse("2026-02-03"));
    }

    @Test
    void twoRecordsOvertakeEachOther() {
        Map<String, Object> slow = record("d", "delisting", "l", "issued", "2026-02-01", "validFrom", "2026-06-01");
        Map<String, Object> swift = record("e", "delisting", "l", "issued", "2026-03-01", "validFrom", "2026-04-01");
        Map<String, Object> hold = record("h", "hold", "l", "issued", "2026-04-10");
        ProcedureCase last = on("2026-06-01", slow, swift, hold);
        assertThat(last.history())
                .extracting(move -> move.day() + " " + move.evidence() + " " + move.to())
                .containsExactly("2026-01-01 l LISTED", "2026-04-01 e OFF", "2026-04-10 h HELD", "2026-06-01 d OFF");
    }

    @Test
    void whereNobodyCanWorkOutTheDayTheCaseBreaks() {
        Map<String, Object> jump = record("j", "jump", "l", "issued", "2026-02-01");
        assertThat(state("2026-01-31", jump)).isEqualTo("LISTED");
        assertThat(on("2026-02-01", jump).error()).contains("there is no day 1 in month 13 of year 2026");
    }

    @Test
    void anErrorInTheDayOfARecordBreaksNoCaseThatHasEnded() {
        Map<String, Object> delisting = record("d", "delisting", "l", "issued", "2026-01-10");
        Map<String, Object> jump = record("j", "jump", "l", "issued", "2026-03-01");
        ProcedureCase one = on("2026-03-01", delisting, jump);
        assertThat(one.error()).isEmpty();
        assertThat(one.state()).hasValue("LATE");
        assertThat(one.idle()).extracting(IdleRecord::evidence).containsExactly("j");
    }

    /** Records that came and take effect on random days. */
    private static List<Map<String, Object>> random(Random random) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            String kind = List.of("delisting", "delisting", "hold", "withdrawal", "rest")
                    .get(random.nextInt(5));
            String about = i == 0 || random.nextBoolean() ? "l" : "r" + random.nextInt(i);
            LocalDate issued = FIRST.plusDays(random.nextInt(300));
            Map<String, Object> record = record("r" + i, kind, about, "issued", issued.toString());
            if (random.nextBoolean()) {
                record.put(
                        "validFrom", issued.plusDays(random.nextInt(200) - 20).toString());
            }
            if (random.nextInt(4) == 0) {
                record.put("received", issued.plusDays(random.nextInt(100)).toString());
            }
            if (random.nextInt(12) == 0) {
                record.remove("issued");
            }
            records.add(record);
        }
        return records;
    }

    @Property(tries = 150)
    void whatWasTrueOnADayStaysSo(@ForAll long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> records = random(random);
        LocalDate early = FIRST.plusDays(random.nextInt(400));
        ProcedureCase then = only(records, early);
        ProcedureCase later = only(records, early.plusDays(random.nextInt(200)));
        boolean dated = later.history().stream().allMatch(move -> move.day() != null);
        if (then.state().isPresent() && later.state().isPresent() && dated) {
            assertThat(later.history().subList(0, then.history().size())).isEqualTo(then.history());
        }
    }

    @Property(tries = 60)
    void betweenTheDaysOnWhichItMayTurnNoCaseMoves(@ForAll long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> records = random(random);
        LocalDate from = FIRST.plusDays(random.nextInt(300));
        List<TurningDay> turns = turns(records, from, 120);
        Set<LocalDate> named = turns.stream().map(TurningDay::day).collect(Collectors.toSet());
        LocalDate end = turns.isEmpty()
                ? from.plusDays(120)
                : turns.get(turns.size() - 1).day();
        ProcedureCase before = only(records, from);
        for (LocalDate day = from.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            ProcedureCase then = only(records, day);
            if (!named.contains(day)) {
                assertThat(then).as("from %s, on %s of %s", from, day, named).isEqualTo(before);
            }
            before = then;
        }
    }
}
