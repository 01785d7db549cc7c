package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static RulePack.Row holiday(LocalDate day, boolean unsure) {
        return new RulePack.Row(Map.of("day", day), null, null, unsure, Position.START);
    }

    private static Bench bench(boolean complete, RulePack.Row... rows) {
        List<RulePack.Row> all = new ArrayList<>(List.of(rows));
        all.add(holiday(LocalDate.parse("2026-01-01"), false));
        all.add(holiday(LocalDate.parse("2027-01-01"), false));
        return new Bench()
                .days("holidays", complete, all)
                .table("names", true, List.of())
                .component("c", Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date(2026, 2, 28) == date('2026-02-28') ; TRUE",
                "date(2026, 2, 29) == asOf ; ERROR",
                "year(asOf) == 2026 ; TRUE",
                "date(year(asOf) - 1, 12, 31) == date('2025-12-31') ; TRUE",
                "lastAnnual(11, 21) == asOf ; TRUE",
                "nextAnnual(11, 21) == date('2027-11-21') ; TRUE",
                "lastAnnual(11, 22) == date('2025-11-22') ; TRUE",
                "nextAnnual(11, 22) == date('2026-11-22') ; TRUE",
                "lastAnnual(2, 29) == date('2026-02-28') ; TRUE",
                "nextAnnual(2, 29) == date('2027-02-28') ; TRUE",
                "lastAnnual(4, 31) == asOf ; ERROR",
                "months(date('2026-01-31'), date('2026-02-28')) == 1 ; TRUE",
                "months(date('2026-01-31'), date('2026-02-27')) == 0 ; TRUE",
                "months(date('2026-02-28'), date('2026-01-31')) == -1 ; TRUE",
                "months(date('2024-02-29'), date('2025-02-28')) == 12 ; TRUE",
                "pace(12, asOf, addMonths(asOf, 5)) == 3 ; TRUE",
                "pace(12, asOf, addDays(asOf, 3)) == 12 && pace(12, asOf, addDays(asOf, -3)) == 12 ; TRUE",
                "pace(0, asOf, asOf) == 0 ; TRUE",
                "earliest([asOf, date('2020-01-01')]) == date('2020-01-01') ; TRUE",
                "earliest([component.firstUse, asOf]) == asOf ; UNKNOWN",
                "year(component.firstUse) == 2026 ; UNKNOWN",
                "addBusinessDays(date('2026-11-20'), 1, reference.holidays) == date('2026-11-23') ; TRUE",
                "addBusinessDays(date('2026-11-21'), 0, reference.holidays) == date('2026-11-21') ; TRUE",
                "addBusinessDays(date('2026-11-23'), -1, reference.holidays) == date('2026-11-20') ; TRUE",
                "addBusinessDays(date('2026-12-31'), 1, reference.holidays) == date('2027-01-04') ; TRUE",
                "addBusinessDays(asOf, 5001, reference.holidays) == asOf ; ERROR",
            })
    void of_the_calendar(String condition, Truth truth) {
        assertThat(bench(true).truth(condition, "c")).isEqualTo(truth);
    }

    @Test
    void a_day_in_a_year_of_which_the_table_says_nothing_is_not_before_the_one_without_holidays() {
        assertThat(bench(true).truth("addBusinessDays(date('2028-03-01'), 1, reference.holidays) > asOf", "c"))
                .isEqualTo(Truth.TRUE);
        Explanation.ClauseTrace open =
                bench(true).ask("addBusinessDays(date('2028-03-01'), 1, reference.holidays) > date('2028-03-02')", "c");
        assertThat(open.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(open.missing()).containsExactly("reference:holidays");
    }

    @Test
    void a_holiday_that_is_not_sure_leaves_two_days() {
        Bench bench = bench(true, holiday(MONDAY, true));
        assertThat(bench.truth("addBusinessDays(asOf, 1, reference.holidays) < date('2026-11-23')", "c"))
                .isEqualTo(Truth.FALSE);
        assertThat(bench.truth("addBusinessDays(asOf, 1, reference.holidays) <= date('2026-11-23')", "c"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(bench.truth("addBusinessDays(asOf, 1, reference.holidays) <= date('2026-11-24')", "c"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void a_table_that_may_lack_holidays_gives_only_the_first_day_that_it_can_be() {
        assertThat(bench(false).truth("addBusinessDays(asOf, 1, reference.holidays) >= date('2026-11-23')", "c"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench(false).truth("addBusinessDays(asOf, 1, reference.holidays) <= date('2027-11-23')", "c"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(bench(false).truth("addBusinessDays(asOf, -1, reference.holidays) <= date('2026-11-20')", "c"))
                .isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addBusinessDays(asOf, 1, reference.names) > asOf | addBusinessDays() takes a table | 54",
                "addBusinessDays(asOf, 1, component.functions) > asOf | addBusinessDays() takes a table | 54",
                "nextDue(component.modules, asOf) > asOf | nextDue() takes a list of records | 37",
                "nextKnownDue(component.modules, asOf) > asOf | nextKnownDue() takes a list of records | 42",
                "nextDone(component.modules, asOf) > asOf | nextDone() takes a list of records | 38",
                "lastAnnual(3) > asOf | lastAnnual() takes a month and a day | 30",
                "year('2026') > 1 | no matching overload for 'year' | 24",
            })
    void a_wrong_argument_is_refused_where_it_stands(String condition, String message, int column) {
        assertThatThrownBy(() -> bench(true).truth(condition, "c"))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.faults().get(0).message()).contains(message);
                    assertThat(refused.faults().get(0).line()).isEqualTo(10);
                    assertThat(refused.faults().get(0).column()).isEqualTo(column);
                });
    }

    @Property(tries = 200)
    void business_days_are_counted_one_by_one(
            @ForAll @IntRange(max = 500) int start,
            @ForAll @IntRange(min = -30, max = 30) int count,
            @ForAll @Size(max = 12) List<@IntRange(max = 730) Integer> free) {
        LocalDate from = LocalDate.parse("2026-03-01").plusDays(start);
        TreeSet<LocalDate> holidays = new TreeSet<>();
        free.forEach(day -> holidays.add(LocalDate.parse("2026-01-01").plusDays(day)));
        LocalDate day = from;
        for (int left = Math.abs(count); left > 0; ) {
            day = day.plusDays(count > 0 ? 1 : -1);
            boolean works = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                    && !holidays.contains(day)
                    && !day.toString().endsWith("-01-01");
            left -= works ? 1 : 0;
        }
        RulePack.Row[] rows = holidays.stream().map(one -> holiday(one, false)).toArray(RulePack.Row[]::new);
        String sum = "addBusinessDays(date('" + from + "'), " + count + ", reference.holidays)";
        assertThat(bench(true, rows).truth(sum + " == date('" + day + "')", "c"))
                .isEqualTo(Truth.TRUE);
    }

    @Property(tries = 200)
    void an_annual_day_is_the_last_one_so_far_and_the_next_one_is_ahead(
            @ForAll @IntRange(min = 1, max = 12) int month, @ForAll @IntRange(min = 1, max = 28) int day) {
        String pair = "(" + month + ", " + day + ")";
        String law = "lastAnnual" + pair + " <= asOf && asOf < nextAnnual" + pair + " && addMonths(lastAnnual" + pair
                + ", 12) == nextAnnual" + pair;
        assertThat(bench(true).truth(law, "c")).isEqualTo(Truth.TRUE);
    }

    @Property(tries = 200)
    void months_are_as_many_as_can_be_added(
            @ForAll @IntRange(max = 3000) int start, @ForAll @IntRange(max = 3000) int length) {
        LocalDate from = LocalDate.parse("2023-11-30").plusDays(start);
        String a = "date('" + from + "')";
        String b = "date('" + from.plusDays(length) + "')";
        String law = "addMonths(%1$s, months(%1$s, %2$s)) <= %2$s && addMonths(%1$s, months(%1$s, %2$s) + 1) > %2$s"
                .formatted(a, b);
        assertThat(bench(true).truth(law, "c")).isEqualTo(Truth.TRUE);
    }

    private static Bench withTerms(List<Map<String, Object>> terms) {
        List<Object> records = new ArrayList<>();
        for (Map<String, Object> term : terms) {
            Map<String, Object> named = new HashMap<>(term);
            named.put("text", "t" + records.size());
            records.add(Bench.nested("Term", named));
        }
        return new Bench()
                .component("c", Map.of())
                .with(
                        Kind.EVIDENCE,
                        "e",
                        Map.of(
                                "kind",
                                "authorisation",
                                "issued",
                                LocalDate.parse("2020-01-01"),
                                "terms",
                                records,
                                "scope",
                                Bench.nested("Scope", Map.of("components", List.of("c")))));
    }

    private static Truth due(List<Map<String, Object>> terms, String condition) {
        String next = condition
                .replace("nextDone", "nextDone(e.terms, asOf)")
                .replace("nextKnownDue", "nextKnownDue(e.terms, asOf)")
                .replace("nextDue", "nextDue(e.terms, asOf)");
        return withTerms(terms).truth("evidenceFor(component, 'authorisation').exists(e, " + next + ")", "c");
    }

    @Test
    void the_next_due_day_is_the_earliest_of_what_is_not_done() {
        List<Map<String, Object>> terms = List.of(
                Map.of("due", LocalDate.parse("2025-01-01"), "done", LocalDate.parse("2025-02-01")),
                Map.of("due", LocalDate.parse("2026-03-01"), "done", LocalDate.parse("2026-11-22")),
                Map.of("due", LocalDate.parse("2027-01-01")));
        assertThat(due(terms, "nextDue == date('2026-03-01')")).isEqualTo(Truth.TRUE);
        assertThat(due(terms.subList(0, 1), "nextDue == date('" + Days.NEVER.minusDays(1) + "')"))
                .isNotEqualTo(Truth.TRUE);
        assertThat(due(terms.subList(0, 1), "nextDue > date('9999-12-31')")).isEqualTo(Truth.TRUE);
        assertThat(due(List.of(), "nextDue > date('9999-12-31')")).isEqualTo(Truth.TRUE);
    }

    @Test
    void the_next_due_day_is_open_only_where_a_due_day_is_missing() {
        List<Map<String, Object>> terms = List.of(Map.of(), Map.of("due", LocalDate.parse("2027-01-01")));
        assertThat(due(terms, "nextDue <= date('2027-01-01')")).isEqualTo(Truth.TRUE);
        assertThat(due(terms, "nextDue < asOf")).isEqualTo(Truth.UNKNOWN);
        assertThat(due(List.of(Map.of("done", LocalDate.parse("2026-01-01"))), "nextDue > asOf"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void the_next_known_due_day_leaves_out_what_is_not_told() {
        List<Map<String, Object>> terms = List.of(
                Map.of(),
                Map.of("due", LocalDate.parse("2025-01-01"), "done", LocalDate.parse("2025-02-01")),
                Map.of("due", LocalDate.parse("2027-01-01")));
        assertThat(due(terms, "nextKnownDue == date('2027-01-01')")).isEqualTo(Truth.TRUE);
        assertThat(due(terms.subList(0, 2), "nextKnownDue > date('9999-12-31')"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void the_next_day_on_which_something_is_done_lies_after_the_day_asked_for() {
        List<Map<String, Object>> terms = List.of(
                Map.of("due", LocalDate.parse("2025-01-01"), "done", LocalDate.parse("2025-02-01")),
                Map.of("done", LocalDate.parse("2026-11-21")),
                Map.of("due", LocalDate.parse("2026-03-01"), "done", LocalDate.parse("2026-11-22")),
                Map.of("due", LocalDate.parse("2027-01-01")));
        assertThat(due(terms, "nextDone == date('2026-11-22')")).isEqualTo(Truth.TRUE);
        assertThat(due(terms.subList(0, 2), "nextDone > date('9999-12-31')")).isEqualTo(Truth.TRUE);
        assertThat(due(List.of(), "nextDone > date('9999-12-31')")).isEqualTo(Truth.TRUE);
    }

    @Test
    void a_date_within_a_range_makes_a_function_unknown_and_moves_as_a_range() {
        Bench bench = new Bench()
                .measure(
                        "first",
                        org.assay.engine.pack.MeasureDef.Function.MIN,
                        "component.firstUse",
                        "true",
                        List.of(),
                        List.of())
                .measure(
                        "most",
                        org.assay.engine.pack.MeasureDef.Function.MAX,
                        "component.load.premises",
                        "true",
                        List.of(),
                        List.of())
                .component("a", Map.of("firstUse", LocalDate.parse("2020-01-01")))
                .component("c", Map.of("load", Bench.nested("Load", Map.of("premises", 5L))));
        assertThat(bench.truth("addDays(measures.first, 1) <= date('2020-01-02')", "c"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("latest([measures.first, asOf]) == asOf", "c")).isEqualTo(Truth.TRUE);
        assertThat(bench.truth("inService(component, measures.first)", "c")).isEqualTo(Truth.UNKNOWN);
        assertThat(bench.truth("year(measures.first) == 2020", "c")).isEqualTo(Truth.UNKNOWN);
        assertThat(bench.truth("measures.most > 4", "c")).isEqualTo(Truth.TRUE);
        assertThat(bench.truth("measures.most > 5", "c")).isEqualTo(Truth.UNKNOWN);
        assertThat(bench.truth("measures.most + 1 > 5", "c")).isEqualTo(Truth.UNKNOWN);
    }
}
