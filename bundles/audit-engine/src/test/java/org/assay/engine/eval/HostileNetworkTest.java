package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.fault.FaultException;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network, or a pack that was taken, may ask of a machine: an audit ends, with a reason where it gives no verdict. */
@Timeout(180)
class HostileNetworkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final AuditTerms TERMS = new AuditTerms(DAY, DAY, Map.of());
    private static final int MANY = 5_000;

    private static RulePack pack(String subject, String condition, String more) {
        return PackReader.read(
                """
                regime: xx-test
                version: 1.0.0
                language: 1
                inForce: {from: 2025-12-06}
                timeZone: Europe/Berlin
                title: A test
                authority: Nobody
                %s
                requirements:
                  - id: XX-1
                    title: A demand
                    binding: law
                    severity: low
                    subject: %s
                    source: {act: An act, section: "1", mark: choice}
                    decide:
                      - {when: "%s", then: PASS}
                      - {then: FAIL, because: nothing else, remedy: something else}
                    cases:
                      - {asOf: 2026-03-01, given: {}, expect: FAIL}
                      - {asOf: 2026-03-01, given: {}, expect: FAIL}
                """
                        .formatted(more, subject, condition)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Evaluation open(String subject, String condition, Map<String, Object> given) {
        RulePack pack = pack(subject, condition, "");
        return new CompiledEvaluator().open(RuleSet.compile(pack), TrialRunner.facts(pack, given), TERMS);
    }

    /** Each supplier is owned by the next one; in a circle the last one by the first. */
    private static Map<String, Object> chain(int many, boolean circle, String share) {
        List<Map<String, Object>> suppliers = IntStream.range(0, many)
                .mapToObj(i -> {
                    boolean top = i == many - 1 && !circle;
                    List<Map<String, Object>> owners = top
                            ? List.of(Map.of("kind", "state", "name", "Ruritania", "equity", "1", "votes", "1"))
                            : List.of(Map.of(
                                    "kind",
                                    "entity",
                                    "entity",
                                    id((i + 1) % many),
                                    "equity",
                                    share,
                                    "votes",
                                    share,
                                    "controls",
                                    !share.startsWith("0.4")));
                    return Map.<String, Object>of("id", id(i), "name", id(i), "group", id(i), "owners", owners);
                })
                .toList();
        return Map.of("suppliers", suppliers);
    }

    private static String id(int i) {
        return "s" + i;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "controls('Ruritania', supplier, asOf);5000",
                "inGroup(supplier, 's4999', asOf);5000",
                "inGroup(supplier, 'nobody', asOf);0",
                "ultimate(supplier, asOf).name == 's4999';5000",
                "interest('Ruritania', supplier, 'equity', asOf).over(9, 10);5000",
                "controls('nobody', supplier, asOf);0",
            })
    void aChainOfFiveThousandOwnersIsClimbedOnceForAll(String condition, int passes) {
        BitmapMatrix matrix =
                open("supplier", condition, chain(MANY, false, "0.51")).judge(done -> {});
        assertThat(matrix.counts().getOrDefault(Outcome.PASS, 0L)).isEqualTo(passes);
        assertThat(matrix.counts()).doesNotContainKey(Outcome.ERROR);
    }

    @Test
    void shareholdingsThatMultiplyDownALongChainAreComparedInTime() {
        Evaluation evaluation = open(
                "supplier", "interest('Ruritania', supplier, 'equity', asOf).over(1, 10)", chain(MANY, false, "0.49"));
        assertThat(evaluation.judge(done -> {}).counts()).containsEntry(Outcome.PASS, 4L);
    }

    @Test
    void aCircleOfMinorityHoldingsIsOpenAndEnds() {
        Evaluation evaluation = open(
                "supplier", "interest('Ruritania', supplier, 'equity', asOf).over(1, 10)", chain(MANY, true, "0.49"));
        assertThat(evaluation.judge(done -> {}).counts()).containsOnlyKeys(Outcome.UNKNOWN);
    }

    @Test
    void whoIsRelatedToWhomAlongAChainEndsInVerdictsOrWithTheReason() {
        Evaluation evaluation =
                open("supplier", "related('s1500', supplier, 1, 10, asOf)", chain(2_000, false, "0.49"));
        endsWithVerdictsOrReason(evaluation);
    }

    private static void endsWithVerdictsOrReason(Evaluation evaluation) {
        try {
            assertThat(evaluation.judge(done -> {}).size()).isPositive();
        } catch (FaultException refused) {
            assertThat(refused.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("too-many-steps");
                assertThat(fault.message()).startsWith("the rules take more than ");
                assertThat(fault.line()).isPositive();
                assertThat(fault.hint()).contains("docs/engine-details.md");
            });
        }
    }

    private static Map<String, Object> crowd(int many) {
        return Map.of(
                "components",
                IntStream.range(0, many)
                        .mapToObj(i ->
                                Map.of("id", "c" + i, "supplier", "s", "product", Map.of("brand", "b", "name", "p")))
                        .toList());
    }

    /** Each of them is asked about all pairs of the others. */
    @Test
    void loopsOverAllComponentsWithinEachOtherAreErrorsThatTellWhy() {
        Evaluation evaluation = open(
                "component",
                "componentsOf(component.supplier).exists(a, componentsOf(a.supplier).exists(b, a.id == b.id && a != b))",
                crowd(2_500));
        assertThat(evaluation.judge(done -> {}).counts()).containsOnlyKeys(Outcome.ERROR);
        assertThat(evaluation.isExhausted()).isTrue();
        Explanation explained = evaluation.explain("XX-1", new Subject("component", "c7"), "en");
        assertThat(explained.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(explained.because())
                .isEqualTo("the rule could not be read: too many steps: its loops take more than 20000 steps for one"
                        + " record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "componentsOf(component.supplier).exists(a, a != component && a.id == component.category &&"
                        + " suppliersOf(a).exists(s, suppliersOf(component).exists(t, s != t)))",
                "[1, 2, 3, 4, 5, 6, 7, 8, 9].all(i, componentsOf(component.supplier).exists(a, a.id == 'x' || i == 0)"
                        + " || componentsOf(component.supplier).exists(a, a == component && i == 0))",
            })
    void anAuditOfRulesThatAskEachAboutAllOthersEnds(String condition) {
        endsWithVerdictsOrReason(open("component", condition, crowd(1_500)));
    }

    @Test
    void thousandsOfRecordsAboutOneProductAreJoinedOnce() {
        Map<String, Object> given = new java.util.HashMap<>(crowd(1_000));
        given.put(
                "evidence",
                IntStream.range(0, 9_000)
                        .mapToObj(i -> Map.of(
                                "id",
                                "e" + i,
                                "kind",
                                "certificate",
                                "issued",
                                "2026-01-01",
                                "result",
                                "r" + i,
                                "scope",
                                Map.of("products", List.of("p"))))
                        .toList());
        Evaluation evaluation =
                open("component", "evidenceFor(component, 'certificate').exists(e, e.result == 'r8999')", given);
        assertThat(evaluation.judge(done -> {}).counts()).containsOnlyKeys(Outcome.PASS);
        endsWithVerdictsOrReason(open(
                "component",
                "evidenceFor(component, 'certificate').exists(a, evidenceFor(component, 'certificate').exists(b, a != b"
                        + " && a.result == b.result))",
                given));
    }

    @Test
    void anExplanationOfWhatThousandsOfRecordsLeaveOpenStaysShort() {
        Evaluation evaluation = open("supplier", "componentsOf(supplier).exists(c, c.firstUse < asOf)", crowd(4_000));
        Explanation explained = evaluation.explain("XX-1", new Subject("supplier", "s"), "en");
        assertThat(explained.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(explained.because()).hasSizeLessThan(5_000).endsWith(" and 3950 more");
        assertThat(explained.missing()).hasSize(1_000);
    }

    @Test
    void timeThatIsUpEndsAnAuditWithThePlaceWhereItWas() {
        RuleSet rules = RuleSet.compile(
                pack("component", "componentsOf(component.supplier).exists(a, a == component && a.id == 'x')", ""));
        Evaluation evaluation = new CompiledEvaluator()
                .open(rules, PreparedFacts.of(TrialRunner.facts(rules.pack(), crowd(2_000))), TERMS, () -> true);
        FaultException refused = catchThrowableOfType(FaultException.class, () -> evaluation.judge(done -> {}));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("limit");
            assertThat(fault.message()).startsWith("time was up at '");
        });
    }
}
