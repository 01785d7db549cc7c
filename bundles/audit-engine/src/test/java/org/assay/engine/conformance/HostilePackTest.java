package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.procedure.ProcedurePacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack may ask of a machine: it is judged in bounded time and memory, or refused at its place with the reason. */
@Timeout(60)
class HostilePackTest {
    private final PackLoader loader = new PackLoader(new CompiledEvaluator());

    /** A pack whose one requirement has these clauses, and one case of which the first decides. */
    private static String pack(String head, String clauses, String cases) {
        return ProcedurePacks.HEAD
                + head
                + """
                requirements:
                  - id: XX-1
                    title: A demand
                    binding: law
                    severity: low
                    subject: component
                    source: {act: An act, section: "1", mark: choice}
                    decide:
                """
                + clauses + "    cases:\n" + cases;
    }

    private static String condition(String head, String condition) {
        return pack(
                head,
                "      - {when: \"" + condition + "\", then: PASS}\n" + OTHERWISE,
                "      - {asOf: 2026-03-01, given: {components: [{id: n1}]}, expect: PASS}\n"
                        + "      - {asOf: 2026-03-01, given: {components: [{id: c}]}, expect: FAIL}\n");
    }

    private static final String OTHERWISE = "      - {then: FAIL, because: nothing else, remedy: something else}\n";

    private static String repeat(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
    }

    private List<Fault> refuse(String yaml) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> loader.load(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).as("the pack is refused").isNotNull();
        assertThat(refused.faults()).hasSizeLessThanOrEqualTo(200).allSatisfy(fault -> assertThat(fault.line())
                .isPositive());
        return refused.faults();
    }

    @Test
    void aRuleOfAThousandClausesIsRefusedAtTheFirstThatIsTooMany() {
        String clauses = repeat(
                1_000,
                i -> "      - {when: \"component.load.premises == " + i + "\", then: WARN, because: b, remedy: r}\n");
        Fault fault = refuse(pack("", clauses + OTHERWISE, "      - {asOf: 2026-03-01, given: {}, expect: FAIL}\n"))
                .get(0);
        assertThat(fault.message()).contains("more than 100 clauses");
        assertThat(fault.line()).isEqualTo(7 + 8 + 101);
    }

    @Test
    void definesThatDoubleAtEachStepAreRefused() {
        String defines = "define:\n  d0(component c): \"c.domain == 'ran'\"\n"
                + repeat(30, i -> "  d" + (i + 1) + "(component c): \"d" + i + "(c) || d" + i + "(c)\"\n");
        assertThat(refuse(condition(defines, "d30(component)"))).singleElement().satisfies(fault -> {
            // Not the code of a body that is too large: a small file may hold it
            assertThat(fault.code()).isEqualTo("limit");
            assertThat(fault.message()).contains("too large once its defines are written out");
        });
    }

    @Test
    void manyExpressionsThatAreLargeOnceWrittenOutAreRefusedTogether() {
        String defines = "define:\n  d0(component c): \"c.domain == 'ran'\"\n"
                + repeat(10, i -> "  d" + (i + 1) + "(component c): \"d" + i + "(c) || d" + i + "(c)\"\n");
        String clauses = repeat(
                60,
                i -> "      - {when: \"d10(component) && component.load.premises == " + i
                        + "\", then: WARN, because: \"{d10(component) || " + i + " == 0} {d10(component) || " + i
                        + " == 1}\", remedy: r}\n");
        String pack = pack(defines, clauses + OTHERWISE, caseOfEach(61));
        assertThat(refuse(pack)).allSatisfy(fault -> assertThat(fault.message())
                .contains("more than 400000 parts once their defines are written out"));
    }

    private static String caseOfEach(int clauses) {
        return repeat(clauses, i -> "      - {asOf: 2026-03-01, given: {components: [{id: c}]}, expect: FAIL}\n");
    }

    @Test
    void aDefineThatCallsItselfIsRefused() {
        assertThat(refuse(condition("define:\n  d(component c): \"!d(c)\"\n", "d(component)")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'(';')';nest",
                "'!';'';nest",
                "'[';'] == []';nest",
            })
    void anExpressionThatIsNestedDeeplyIsRefused(String open, String close, String word) {
        String deep = open.repeat(900) + "true" + close.repeat(close.isEmpty() ? 0 : 1_800 / close.length());
        assertThat(refuse(condition("", deep))).as(word).isNotEmpty();
    }

    @Test
    void definesThatNestDeeplyDoNotExhaustTheStack() {
        String wrap = "!(".repeat(20);
        String defines = "define:\n  d0(component c): \"c.domain == 'ran'\"\n"
                + repeat(
                        31,
                        i -> "  d" + (i + 1) + "(component c): \"" + wrap + "d" + i + "(c)" + ")".repeat(20) + "\"\n");
        assertThatCode(() -> loader.load(condition(defines, "d31(component)").getBytes(StandardCharsets.UTF_8)))
                .satisfiesAnyOf(none -> assertThat(none).isNull(), refused -> assertThat(refused)
                        .isInstanceOf(FaultException.class));
    }

    @Test
    void aTextMayNotBeMatchedByARegularExpression() {
        assertThat(refuse(condition("", "component.category.matches('((a+)+)+$')")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("matches"));
    }

    @Test
    void loopsWithinLoopsAreRefusedAtTheirClauseAndBlameNoEngine() {
        String digits = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]";
        String loops = repeat(8, i -> digits + ".exists(v" + i + ", ") + "v0 == 0" + ")".repeat(8);
        assertThat(refuse(condition("", loops))).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("too-many-steps");
            assertThat(fault.line()).isEqualTo(7 + 8 + 1);
            assertThat(fault.message())
                    .isEqualTo("a case of XX-1: too many steps: clause 1 goes through a loop longer than it may for one"
                            + " component");
            assertThat(fault.hint()).contains("leave out a loop within it");
        });
    }

    /** Components of one supplier, of which each is asked about all the others. */
    private static String crowd(String condition, int many) {
        String base = "caseBase:\n  b: {components: ["
                + repeat(many, i -> "{id: c" + i + ", supplier: s, firstUse: 2026-01-01}, ")
                + "{id: c, supplier: s, firstUse: 2026-01-02}]}\n";
        return pack(
                base,
                "      - {when: \"" + condition + "\", then: PASS}\n" + OTHERWISE,
                "      - {asOf: 2026-03-01, base: b, subject: c, expect: PASS}\n"
                        + "      - {asOf: 2026-03-01, given: {components: [{id: d, supplier: s}]}, expect: FAIL}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "componentsOf(component.supplier).exists(a, componentsOf(component.supplier).exists(b,"
                        + " componentsOf(b.supplier).exists(d, d.id == 'x' && a == b && b == component)))",
                "componentsOf(component.supplier).all(a, componentsOf(a.supplier).all(b, a.supplier == b.supplier &&"
                        + " componentsOf(b.supplier).all(d, d.supplier == b.supplier)))",
                "evidenceFor(component.supplier, 'order').size() == 0 && componentsOf(component.supplier).exists(a,"
                        + " componentsOf(a.supplier).exists(b, [a.id, b.id, component.id] == ['x', 'y', 'z']))",
                "[1, 2, 3].all(i, componentsOf(component.supplier).exists(a, componentsOf(component.supplier).exists(b,"
                        + " i == 0 && a != b)))",
            })
    void loopsOverAllComponentsOfASupplierWithinEachOtherAreRefusedInTime(String condition) {
        List<Fault> faults = refuse(crowd(condition, 2_500));
        assertThat(faults).extracting(Fault::code).contains("too-many-steps").doesNotContain("engines-differ");
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("too-many-steps"))
                .allSatisfy(fault -> {
                    assertThat(fault.message()).contains("of XX-1", "clause 1");
                    assertThat(fault.line()).isEqualTo(7 + 2 + 8 + 1);
                });
    }

    @Test
    void timeThatIsUpWhileACaseIsJudgedEndsItAndNamesItsClause() {
        AtomicInteger asked = new AtomicInteger();
        String yaml = crowd("componentsOf(component.supplier).all(a, a == component || a.id == 'x')", 2_500);
        FaultException refused = catchThrowableOfType(
                FaultException.class,
                () -> loader.load(yaml.getBytes(StandardCharsets.UTF_8), () -> asked.incrementAndGet() > 3));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("limit");
            assertThat(fault.message()).startsWith("a case of XX-1, clause 1: time was up at '");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addMonths(asOf, 9223372036854775807) > asOf",
                "addDays(asOf, -9223372036854775807) > asOf",
                "addBusinessDays(asOf, 9223372036854775807, reference.t) > asOf",
                "addBusinessDays(asOf, -9223372036854775807 - 1, reference.t) > asOf",
                "date(999999999999, 12, 31) > asOf",
                "9223372036854775807 + 1 > 0",
                "9223372036854775807 * 9223372036854775807 > 0",
            })
    void numbersAndDaysFarOutAreErrorsThatDoNotPrintWhatTheyWereGiven(String condition) {
        String table = "reference:\n  t:\n    source: s\n    complete: true\n    columns: {day: date}\n    rows:\n"
                + repeat(5_000, i -> "      - {day: 2026-01-01}\n");
        assertThat(refuse(condition(table, condition + " || reference.t.exists(r, r.day > r.day)")))
                .allSatisfy(fault -> {
                    assertThat(fault.message()).contains("it is ERROR").hasSizeLessThan(500);
                    assertThat(fault.hint()).hasSizeLessThan(2_000);
                });
    }

    @Test
    void aNumberWithAHugeExponentIsNotWorkedOut() {
        String yaml = pack(
                "",
                OTHERWISE,
                "      - {asOf: 2026-03-01, given: {components: [{id: c, load: {premises: 1e999999999}}]}, expect: FAIL}\n");
        assertThat(refuse(yaml)).isNotEmpty();
    }

    @Test
    void aListOfTenThousandRowsIsAskedInTime() {
        String table = "reference:\n  t:\n    source: s\n    complete: true\n    columns: {name: text}\n    rows:\n"
                + repeat(10_000, i -> "      - {name: n" + i + "}\n");
        assertThatCode(() -> loader.load(condition(table, "reference.t.exists(r, r.name == component.id)")
                        .getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileOfMoreThanTwoMebibytesIsRefused() {
        String long_ = "# " + "x".repeat(2 * 1024 * 1024) + "\n";
        assertThat(refuse(condition(long_, "true"))).singleElement().satisfies(fault -> assertThat(fault.code())
                .isEqualTo("limit"));
    }

    @Test
    void thousandsOfRequirementsAreCheckedInTime() {
        String one = condition("", "component.domain == 'ran'");
        String block = one.substring(one.indexOf("  - id: XX-1"));
        String head = one.substring(0, one.indexOf("  - id: XX-1"));
        String yaml = head + repeat(1_500, i -> block.replace("XX-1", "XX-" + (i + 1)));
        List<Fault> faults = refuse(yaml);
        assertThat(faults).extracting(Fault::code).containsOnly("failing-case");
    }

    @Test
    void casesOnHugeBasesAreRefusedWhereTheyBecomeTooMany() {
        String base = "caseBase:\n  b: {components: [" + repeat(20_000, i -> "{id: c" + i + "}, ") + "{id: c}]}\n";
        String cases = repeat(2_000, i -> "      - {asOf: 2026-03-01, base: b, subject: c, expect: FAIL}\n");
        List<Fault> faults = refuse(pack(base, OTHERWISE, cases));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.message())
                .contains("more than 1000000 facts once their bases are laid under them"));
    }

    @Test
    void casesThatTakeTooLongAreRefusedAtTheOneThatWasNotTried() {
        AtomicInteger asked = new AtomicInteger();
        String yaml = pack("", OTHERWISE, caseOfEach(5));
        FaultException refused = catchThrowableOfType(
                FaultException.class,
                () -> loader.load(yaml.getBytes(StandardCharsets.UTF_8), () -> asked.incrementAndGet() > 3));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).isEqualTo("time was up after 3 of 5 cases; this one was not tried");
            assertThat(fault.line()).isEqualTo(7 + 8 + 1 + 1 + 4);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'x: &a [1]'; anchor",
                "'x: *a'; alias",
                "'x: !!java.net.URL [http://127.0.0.1]'; tag",
                "'<<: {a: b}'; unknown-key",
            })
    void whatMakesAFileLargerThanItLooksIsRefused(String line, String code) {
        assertThat(refuse(line + "\n" + condition("", "true")))
                .extracting(Fault::code)
                .contains(code);
    }
}
