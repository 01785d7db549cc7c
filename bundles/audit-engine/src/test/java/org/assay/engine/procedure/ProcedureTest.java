package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.Text;
import org.junit.jupiter.api.Test;

class ProcedureTest {
    static final String MACHINE =
            """
            procedures:
              permit:
                title: A permit
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: waiting}
                  SILENT: {title: refused by silence}
                  GIVEN: {title: given}
                  OVER: {title: over, end: true}
                moves:
                  - {from: PENDING, on: evidence.decision, when: "move.result == 'yes'", to: GIVEN, actor: office, keep: decision, needs: [{name: The plan, there: "evidenceAbout(file, 'plan').size() > 0"}], effects: [{create: permit, keep: permit, copy: {file: [scope, holder]}, set: {validFrom: "move.issued", validUntil: "addMonths(move.issued, 12)"}}]}
                  - {from: GIVEN, on: evidence.withdrawal, to: OVER, actor: office, effects: [{end: permit, how: revoked}]}
                  - {from: GIVEN, on: evidence.limit, to: GIVEN, actor: office, effects: [{bound: permit, until: "move.validUntil"}]}
                  - {from: PENDING, after: "addMonths(file.received, 2)", to: SILENT, actor: office, task: decide}
                  - {from: SILENT, at: "addDays(entered, 10)", to: OVER, actor: operator}
            """;
    static final String RULE =
            """
            requirements:
              - id: XX-1
                title: A permit
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "evidenceFor(component, 'permit').exists(p, p.validFrom <= asOf && p.validUntil >= asOf && !(p.ended <= asOf))", then: PASS}
                  - {then: FAIL, because: none, remedy: get one}
                cases:
                  - {asOf: 2026-03-01, given: {components: [{id: c}], evidence: [{id: p, kind: permit, validFrom: 2026-01-01, validUntil: 2026-12-31, scope: {components: [c]}}]}, expect: PASS}
                  - {asOf: 2026-03-01, given: {components: [{id: c}]}, expect: FAIL}
            """;
    private static final Map<String, Object> FILE =
            Map.of("id", "f", "kind", "file", "received", "2026-01-31", "scope", Map.of("components", List.of("c")));
    private static final Map<String, Object> PLAN =
            Map.of("id", "p", "kind", "plan", "about", List.of("f"), "issued", "2026-01-10");

    private final RuleSet rules = rules(MACHINE);

    private static Map<String, Object> record(String id, String kind, String about, String issued, String... more) {
        Map<String, Object> record =
                new HashMap<>(Map.of("id", id, "kind", kind, "about", List.of(about), "issued", issued));
        for (int i = 0; i < more.length; i += 2) {
            record.put(more[i], more[i + 1]);
        }
        return record;
    }

    private PreparedFacts facts(Object... evidence) {
        return ProcedurePacks.facts(
                rules, Map.of("components", List.of(Map.of("id", "c")), "evidence", List.of(evidence)));
    }

    private ProcedureCase only(PreparedFacts facts, String day) {
        List<ProcedureCase> cases = new CompiledEvaluator()
                .open(rules, facts, ProcedurePacks.on(day))
                .cases();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private String state(PreparedFacts facts, String day) {
        return only(facts, day).state().orElse("UNKNOWN");
    }

    private Outcome verdict(PreparedFacts facts, String day) {
        Evaluation compiled = new CompiledEvaluator().open(rules, facts, ProcedurePacks.on(day));
        Outcome outcome =
                compiled.explain("XX-1", new Subject("component", "c"), "en").outcome();
        assertThat(cell(compiled)).isEqualTo(cell(new Interpreter().open(rules, facts, ProcedurePacks.on(day))));
        return outcome;
    }

    private static int cell(Evaluation evaluation) {
        return evaluation.evaluate(done -> {}).rows().get("XX-1").cell(0);
    }

    @Test
    void silenceMovesACaseOnItsDayAndNotBefore() {
        PreparedFacts facts = facts(FILE);
        assertThat(state(facts, "2026-03-30")).isEqualTo("PENDING");
        assertThat(state(facts, "2026-03-31")).isEqualTo("SILENT");
        assertThat(state(facts, "2026-04-09")).isEqualTo("SILENT");
        assertThat(state(facts, "2026-04-10")).isEqualTo("OVER");
    }

    @Test
    void thereIsNoCaseBeforeItsFirstRecordCame() {
        assertThat(new CompiledEvaluator()
                        .open(rules, facts(FILE), ProcedurePacks.on("2026-01-30"))
                        .cases())
                .isEmpty();
    }

    @Test
    void aClockTellsItsLastDayAndWhoIsToAct() {
        ProcedureCase pending = only(facts(FILE), "2026-02-01");
        assertThat(pending.next()).hasValueSatisfying(clock -> {
            assertThat(clock.lastDay()).isEqualTo("2026-03-31");
            assertThat(clock.actor()).isEqualTo("office");
            assertThat(clock.task().in("en")).isEqualTo("decide");
        });
    }

    @Test
    void aDayOnWhichACaseIsOnlyLookedAtIsNotItsNext() {
        ProcedureCase pending = only(facts(FILE), "2026-02-01");
        CaseClock next = pending.next().orElseThrow();
        LocalDate look = LocalDate.parse("2026-02-15");
        Text none = new Text(Map.of(), next.task().at());
        List<CaseClock> clocks = Stream.concat(
                        Stream.of("PENDING", "OVER")
                                .map(to -> new CaseClock(9, look, look, to, "office", none, false, new TreeSet<>())),
                        pending.clocks().stream())
                .toList();
        ProcedureCase looked = new ProcedureCase(
                pending.procedure(),
                pending.subject(),
                pending.opened(),
                pending.states(),
                pending.since(),
                pending.history(),
                clocks,
                null,
                List.of(),
                pending.idle(),
                pending.missing(),
                pending.undated(),
                "");
        assertThat(looked.ahead()).contains(next);
        assertThat(looked.next().orElseThrow().day()).isEqualTo(look);
    }

    @Test
    void theEvidenceOfTheLastDayComesBeforeSilence() {
        PreparedFacts facts = facts(FILE, PLAN, record("d", "decision", "f", "2026-03-31", "result", "yes"));
        assertThat(state(facts, "2026-03-31")).isEqualTo("GIVEN");
    }

    @Test
    void aMoveWaitsForItsDocuments() {
        PreparedFacts facts = facts(FILE, record("d", "decision", "f", "2026-02-10", "result", "yes"));
        ProcedureCase pending = only(facts, "2026-02-10");
        assertThat(pending.state()).hasValue("PENDING");
        assertThat(pending.idle()).containsExactly(new IdleRecord("d", "PENDING", IdleRecord.Why.DOCUMENT, ""));
    }

    @Test
    void whatACaseGivesIsEvidenceThatRulesSee() {
        PreparedFacts facts = facts(FILE, PLAN, record("d", "decision", "f", "2026-02-10", "result", "yes"));
        assertThat(verdict(facts, "2026-02-09")).isEqualTo(Outcome.FAIL);
        assertThat(verdict(facts, "2026-02-10")).isEqualTo(Outcome.PASS);
        assertThat(verdict(facts, "2027-02-10")).isEqualTo(Outcome.PASS);
        assertThat(verdict(facts, "2027-02-11")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void whatACaseEndsOrBoundsIsOver() {
        PreparedFacts ended = facts(
                FILE,
                PLAN,
                record("d", "decision", "f", "2026-02-10", "result", "yes"),
                record("w", "withdrawal", "d", "2026-06-01"));
        assertThat(verdict(ended, "2026-05-31")).isEqualTo(Outcome.PASS);
        assertThat(verdict(ended, "2026-06-01")).isEqualTo(Outcome.FAIL);
        PreparedFacts bounded = facts(
                FILE,
                PLAN,
                record("d", "decision", "f", "2026-02-10", "result", "yes"),
                record("l", "limit", "d", "2026-06-01", "validUntil", "2026-07-31"));
        assertThat(verdict(bounded, "2026-07-31")).isEqualTo(Outcome.PASS);
        assertThat(verdict(bounded, "2026-08-01")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aMissingFactLeavesTheStateOpenAndIsNamed() {
        PreparedFacts facts = facts(FILE, PLAN, record("d", "decision", "f", "2026-02-10"));
        ProcedureCase open = only(facts, "2026-02-10");
        assertThat(open.state()).isEmpty();
        assertThat(open.states()).containsExactly("GIVEN", "PENDING");
        assertThat(open.missing()).containsExactly("evidence/d/result");
        assertThat(verdict(facts, "2026-02-10")).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aClockOfWhichOnlyTheFirstPossibleDayIsKnownIsOpenFromThatDayOn() {
        String days =
                "reference: {free: {source: none, complete: false, columns: {day: date}, rows: [{day: 2026-01-01}]}}\n";
        RuleSet rules = rules(days
                + MACHINE.replace("addMonths(file.received, 2)", "addBusinessDays(file.received, 1, reference.free)"));
        assertThat(state(rules, "2026-02-01")).isEqualTo("PENDING");
        assertThat(state(rules, "2026-02-02")).isEqualTo("UNKNOWN");
    }

    @Test
    void clocksThatWindEachOtherUpOnUnknownDaysLeaveTheStateOpenAndNoMore() {
        RuleSet rules = rules(MACHINE.replace("addMonths(file.received, 2)", "file.validFrom")
                .replace(
                        "{from: SILENT, at: \"addDays(entered, 10)\", to: OVER,",
                        "{from: SILENT, at: entered, to: PENDING,"));
        assertThat(state(rules, "2026-02-02")).isEqualTo("UNKNOWN");
    }

    private static RuleSet rules(String machine) {
        return RuleSet.compile(ProcedurePacks.pack(machine, RULE));
    }

    private static String state(RuleSet rules, String day) {
        Map<String, Object> given = Map.of("components", List.of(Map.of("id", "c")), "evidence", List.of(FILE));
        ProcedureCase only = ProcedurePacks.only(rules, given, day);
        assertThat(only.error()).isEmpty();
        return only.state().orElse("UNKNOWN");
    }

    @Test
    void aConditionSeesTheMeasuresOfTheDayOfItsMove() {
        assertThat(decided("2026-02-14")).isEqualTo("PENDING");
        assertThat(decided("2026-02-15")).isEqualTo("GIVEN");
    }

    /** The state where a decision wants nothing in service, and the only component left on 2026-02-15. */
    private static String decided(String day) {
        String measures = "measures: {left: {count: \"inService(component, asOf)\"}}\n";
        String machine = with("move.result == 'yes'", "move.result == 'yes' && !measures.left.over(0)");
        RuleSet measured = rules(measures + machine);
        Map<String, Object> left = Map.of("id", "c", "firstUse", "2020-01-01", "removed", "2026-02-15");
        List<Object> evidence = List.of(FILE, PLAN, record("d", "decision", "f", day, "result", "yes"));
        Map<String, Object> given = Map.of("components", List.of(left), "evidence", evidence);
        ProcedureCase only = ProcedurePacks.only(measured, given, "2026-03-01");
        return only.state().orElse("UNKNOWN");
    }

    @Test
    void onlyACorrectionUndoesAMoveAndFromItsDayOn() {
        PreparedFacts facts = facts(
                FILE,
                PLAN,
                record("d", "decision", "f", "2026-02-10", "result", "yes"),
                record("k", "correction", "d", "2026-02-20"));
        assertThat(state(facts, "2026-02-19")).isEqualTo("GIVEN");
        assertThat(state(facts, "2026-02-20")).isEqualTo("PENDING");
        PreparedFacts restored = facts(
                FILE,
                PLAN,
                record("d", "decision", "f", "2026-02-10", "result", "yes"),
                record("k", "correction", "d", "2026-02-20"),
                record("m", "correction", "k", "2026-02-25"));
        assertThat(state(restored, "2026-02-24")).isEqualTo("PENDING");
        assertThat(state(restored, "2026-02-25")).isEqualTo("GIVEN");
    }

    @Property(tries = 200)
    void whatWasTrueOnADayStaysSo(@ForAll @IntRange(max = 200) int answered, @ForAll @IntRange(max = 300) int asked) {
        LocalDate first = LocalDate.parse("2026-01-31");
        String day = first.plusDays(answered).toString();
        PreparedFacts facts = facts(FILE, PLAN, record("d", "decision", "f", day, "result", "yes"));
        ProcedureCase then = only(facts, first.plusDays(asked).toString());
        List<CaseMove> later = only(facts, "2027-12-31").history();
        assertThat(later.subList(0, then.history().size())).isEqualTo(then.history());
    }

    static String with(String old, String instead) {
        assertThat(MACHINE).contains(old);
        return MACHINE.replace(old, instead);
    }
}
