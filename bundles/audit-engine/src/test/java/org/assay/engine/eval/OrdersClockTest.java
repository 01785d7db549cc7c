package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.PackReader;
import org.assay.engine.procedure.ProcedurePacks;
import org.junit.jupiter.api.Test;

/**
 * A clock whose day hangs on the orders of the operator: they are those of the day on which its state was entered, so that it
 * strikes on the same day whenever one looks, and what it makes of evidence is renewed with them.
 */
class OrdersClockTest {
    private static final String PACK = ProcedurePacks.HEAD
            + """
            procedures:
              watch:
                title: A file that is watched
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: evidence.file, start: FILED}]
                states: {FILED: {title: filed}, NOTED: {title: noted}, BARRED: {title: barred, end: true}}
                moves:
                  - {from: FILED, on: evidence.note, to: NOTED, actor: office}
                  - from: [FILED, NOTED]
                    at: "ordersFor(operator).exists(o, o.effect == 'prohibited') ? addDays(entered, 20) : earliest([])"
                    to: BARRED
                    actor: office
                    effects: [{create: bar, copy: {file: [scope]}}]
            requirements:
              - id: XX-1
                title: Nothing is barred
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{when: "evidenceFor(component, 'bar').size() > 0", then: FAIL, because: barred, remedy: none}, {then: PASS}]
                cases:
                  - {asOf: 2026-03-01, given: {components: [{id: c}]}, expect: PASS}
                  - {asOf: 2026-03-01, given: {components: [{id: c}], evidence: [{id: b, kind: bar, issued: 2026-02-01, scope: {components: [c]}}]}, expect: FAIL}
            """;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 120;

    private final RuleSet rules = RuleSet.compile(PackReader.read(PACK.getBytes(StandardCharsets.UTF_8)));

    private PreparedFacts facts(String... issued) {
        List<Object> orders = new ArrayList<>();
        for (String day : issued) {
            orders.add(Map.of(
                    "id",
                    "o" + orders.size(),
                    "effect",
                    "prohibited",
                    "issued",
                    day,
                    "addressee",
                    "op",
                    "authority",
                    "office"));
        }
        Map<String, Object> file =
                Map.of("id", "f", "kind", "file", "issued", "2026-01-01", "scope", Map.of("components", List.of("c")));
        Map<String, Object> note = Map.of("id", "n", "kind", "note", "about", List.of("f"), "issued", "2026-02-20");
        Map<String, Object> given = Map.of(
                "operator", Map.of("id", "op"),
                "components", List.of(Map.of("id", "c")),
                "orders", orders,
                "evidence", List.of(file, note));
        return PreparedFacts.of(TrialRunner.facts(rules.pack(), given));
    }

    private static AuditTerms on(LocalDate day) {
        return new AuditTerms(day, day, Map.of());
    }

    private Evaluation open(PreparedFacts facts, LocalDate day) {
        return new CompiledEvaluator().open(rules, facts, on(day));
    }

    private String state(String day, String... issued) {
        return open(facts(issued), LocalDate.parse(day)).cases().get(0).state().orElseThrow();
    }

    @Test
    void theOrdersAreThoseOfTheDayOfEntry() {
        assertThat(state("2026-01-21", "2026-01-01")).isEqualTo("BARRED");
        assertThat(state("2026-02-19", "2026-01-02"))
                .as("issued after the state was entered")
                .isEqualTo("FILED");
        assertThat(state("2026-03-11", "2026-01-02")).isEqualTo("NOTED");
        assertThat(state("2026-03-12", "2026-01-02")).isEqualTo("BARRED");
        assertThat(state("2026-04-30", "2026-02-21")).isEqualTo("NOTED");
    }

    @Test
    void noVerdictChangesBetweenTheDaysThatAreNamed() {
        for (String issued : List.of("2026-01-01", "2026-01-02", "2026-02-20", "2026-02-21")) {
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = FIRST.plusDays(i);
                boolean same = digest(facts(issued), day).equals(digest(facts(issued), day.plusDays(1)));
                assertThat(same || open(facts(issued), day).turn(1).day().equals(day.plusDays(1)))
                        .as("ordered on %s, from %s to the next day", issued, day)
                        .isTrue();
            }
        }
    }

    private String digest(PreparedFacts facts, LocalDate day) {
        return open(facts, day).judge(done -> {}).digest();
    }

    @Test
    void anOrderThatComesLaterRenewsWhatTheClockMadeOfEvidence() {
        Renewals renewals = new Renewals();
        String[][] orders = {{}, {"2026-01-01"}, {"2026-01-02"}, {"2026-02-21"}, {"2026-02-21", "2026-01-01"}};
        for (int i = 0; i < DAYS; i += 5) {
            AuditTerms terms = on(FIRST.plusDays(i));
            for (String[] before : orders) {
                for (String[] after : orders) {
                    PreparedFacts old = facts(before);
                    BitmapMatrix verdicts =
                            new CompiledEvaluator().open(rules, old, terms).judge(done -> {});
                    Evaluator.Judged judged = new Evaluator.Judged(rules, old, terms, verdicts);
                    renewals.check("on " + terms.asOf(), rules, facts(after), terms, judged);
                }
            }
        }
        assertThat(renewals.changed()).isPositive();
    }
}
