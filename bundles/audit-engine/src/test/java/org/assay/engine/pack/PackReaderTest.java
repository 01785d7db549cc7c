package org.assay.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.facts.Days;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
    private static final String WHOLE = resource("whole.yaml");

    private final RulePack pack = PackReader.read(bytes(WHOLE));

    @Test
    void aPackIsReadWithItsHead() {
        assertThat(pack.regime()).isEqualTo("xx-test");
        assertThat(pack.inForce().holds(LocalDate.parse("2027-12-31"))).isTrue();
        assertThat(pack.title().in("de")).isEqualTo("Ein Testregime");
        assertThat(pack.absentUnknown()).containsExactly("releaseNote");
        assertThat(pack.digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void rowsHaveTheTypesOfTheirColumns() {
        List<RulePack.Row> rows = Objects.requireNonNull(pack.reference().get("criticalFunctions"))
                .rows();
        assertThat(rows.get(0).values())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("function", "AMF", "level", 3L, "core", true, "since", LocalDate.parse("2021-08-18")));
        assertThat(rows.get(1).values()).containsEntry("since", Days.NEVER);
        assertThat(rows.get(1).unsure()).isTrue();
        assertThat(rows.get(1).from()).isNull();
    }

    @Test
    void anExpressionKnowsWhereItsFirstCharacterStands() {
        List<Requirement.Clause> clauses = pack.requirements().get(0).decide();
        assertThat(clauses.get(0).when())
                .isEqualTo(new Expr("!operator.facts.increasedRisk", placeOf("!operator.facts")));
        assertThat(clauses.get(1).when())
                .isEqualTo(new Expr("component.status == 'ordered'", placeOf("component.status")));
        assertThat(clauses.get(1).due()).isEqualTo(new Expr("component.plannedUse", placeOf("component.plannedUse")));
        assertThat(clauses.get(1).severity()).isEqualTo(Severity.LOW);
        assertThat(clauses.get(3).when()).isNull();
        assertThat(clauses.get(3).then()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void theFactsOfACaseAreLaidOverItsBase() {
        List<Requirement.Case> cases = pack.requirements().get(0).cases();
        Map<String, Object> risk = Map.of("facts", Map.of("xx-test", Map.of("increasedRisk", false)));
        assertThat(cases.get(0).given()).containsEntry("operator", risk);
        assertThat(cases.get(2).options()).isEqualTo(Map.of("legacy", "per_type"));
        Map<String, Object> c =
                Map.of("id", "c", "kind", "equipment", "functions", List.of("AMF"), "load", Map.of("premises", 10L));
        assertThat(cases.get(3).given())
                .containsEntry("components", List.of(c, Map.of("id", "d", "firstUse", "2026-02-03")));
    }

    @Test
    void aDefineHasTypedParameters() {
        RulePack.Define define = pack.defines().get(0);
        assertThat(define.name()).isEqualTo("critical");
        assertThat(define.parameters())
                .containsExactly(new RulePack.Parameter("component", "c"), new RulePack.Parameter("date", "d"));
    }

    /** Each row: what is replaced in the whole pack, by what (« marks the place of the fault), and the fault's code. */
    @ParameterizedTest(name = "{2}: {1}")
    @DisplayName("each slip is refused at its place")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 2026.1.0 | version: 2026.1.0\\n«titel: x | unknown-key",
                "version: 2026.1.0 | version: «2026.1 | bad-value",
                "version: 2026.1.0 | version: 2026.1.0\\n«version: 2026.2.0 | duplicate-key",
                "regime: xx-test | regime: «XX | bad-value",
                "language: 1 | language: «7 | bad-value",
                "language: 1 | language: «one | wrong-type",
                "Europe/Berlin | «Berlin | bad-value",
                "{from: 2025-12-06, to | {from: «2025-02-30, to | bad-value",
                "{from: 2025-12-06, to | {from: «6 December 2025, to | bad-value",
                "inForce: {from: 2025-12-06, to: 2027-12-31} | inForce: «{to: 2027-12-31} | missing-key",
                "inForce: {from: 2025-12-06, to: 2027-12-31} | inForce: «{from: 2028-01-01, to: 2027-12-31} | bad-value",
                "authority: {en: Nobody} | authority: {en: «~} | wrong-type",
                "authority: {en: Nobody} | authority: {«English: Nobody} | bad-value",
                "authority: {en: Nobody} | authority: «&a {en: Nobody} | anchor",
                "authority: {en: Nobody} | authority: «*a | alias",
                "authority: {en: Nobody} | authority: «!!map {en: Nobody} | tag",
                "default: per_instance | default: «per_instanze | bad-value",
                "\"enum[per_instance, per_type]\" | «\"list[text]\" | unknown-type",
                "{on: operator, name | {on: «operater, name | bad-value",
                "type: bool, ask | type: «boolean, ask | unknown-type",
                "{absent: unknown} | {absent: «none} | bad-value",
                "complete: false | complete: «perhaps | wrong-type",
                "fetched: 2026-11-01 | fetched: «yesterday | bad-value",
                "level: 3, core: true | level: «high, core: true | wrong-type",
                "level: 3, core: true | level: 3, core: «yes | wrong-type",
                "level: 3, core: true | level: 3, «kore: true, core: true | unknown-key",
                "- {function: UDM, level: 2, | - «{function: UDM, | missing-key",
                "columns: {function: text, | columns: {function: text, «unsure: bool, | bad-value",
                "critical(component c, date d) | «critical(component) | bad-value",
                "critical(component c, date d) | «critical component c | bad-value",
                "{share: \"huawei(component)\", of | «{of | missing-key",
                "by: [yearlyTraffic, premises] | by: [«traffic, premises] | bad-value",
                "binding: law | binding: «laws | bad-value",
                "severity: critical | severity: «grave | bad-value",
                "addressee: operator | addressee: «vendor | bad-value",
                "subject: component\\n | subject: «components\\n | bad-value",
                "subject: component\\n | subject: component\\n    clockedBy: «certification\\n | unknown-procedure",
                "mark: seen | mark: «read | bad-value",
                "url: \"https://example.org/law\" | url: «\"ftp://example.org\" | bad-value",
                "then: NOT_APPLICABLE, because | then: «NOT_RELEVANT, because | bad-value",
                "then: NOT_APPLICABLE, because | then: «ERROR, because | bad-value",
                "then: NOT_APPLICABLE, because | then: «PARTIAL, because | binding",
                "- {when: \"!operator.facts.increasedRisk\", then | - «{then | clause-order",
                "- {then: FAIL, because | - «{when: \"true\", then: FAIL, because | clause-order",
                "- {then: FAIL, because: \"no certificate before {component.firstUse}\", | - «{then: FAIL, | missing-reason",
                "component.firstUse}\", remedy: certify} | component.firstUse}\"} | missing-remedy",
                "because: no day, ask: {of: operator, fact: firstUse, question: Since when?}} | because: no day} | missing-ask",
                "code: BLOCK\\n | code: «block\\n | bad-value",
                "base: [mno, small] | base: [mno, «tiny] | bad-value",
                "options: {legacy: per_type} | options: {«legacie: per_type} | unknown-key",
                "options: {legacy: per_type} | options: {legacy: «both} | bad-value",
                "{asOf: 2026-11-21, base: [mno | {asOf: «today, base: [mno | bad-value",
                "premises: 10} | premises: «~} | wrong-type"
            })
    void eachSlipIsRefusedAtItsPlace(String found, String replacement, String code) {
        String marked = replaceOnce(found.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
        Fault fault = refuse(marked.replace("«", "")).get(0);
        assertThat(fault.code()).isEqualTo(code);
        if (marked.contains("«")) {
            assertThat(new Position(fault.line(), fault.column())).isEqualTo(place(marked, marked.indexOf('«')));
        }
        assertThat(fault.message()).isNotBlank();
    }

    @Test
    void aMisspeltKeyIsNamedWithTheOneThatWasMeant() {
        assertThat(refuse(replaceOnce("severity: low", "severty: low")))
                .extracting(Fault::hint)
                .containsExactly("Did you mean 'severity'?");
    }

    @Test
    void aTextCutAtItsCommaIsCalledSo() {
        String inText = replaceOnce("{en: Nobody}", "{en: Nobody, at all}");
        String inClause = replaceOnce("because: no day, ask", "because: no day, known, ask");
        assertThat(refuse(inText)).extracting(Fault::hint).containsExactly("Put quotes around a text with a comma");
        assertThat(refuse(inClause)).extracting(Fault::hint).containsExactly("Put quotes around a text with a comma");
    }

    @Test
    void aTextThatLooksOtherThanItIsIsRefused() {
        assertThat(refuse(replaceOnce("{en: Nobody}", "{en: \"No\\e[31mbody\"}")))
                .extracting(Fault::message)
                .containsExactly("the text has the hidden character U+001B");
        assertThat(refuse(replaceOnce("{en: Nobody}", "{en: \"No\\u202Ebody\"}")))
                .extracting(Fault::message)
                .containsExactly("the text has the hidden character U+202E");
        assertThat(refuse(replaceOnce("{en: Nobody}", "{en: Beho\u0308rde}")))
                .extracting(Fault::message)
                .containsExactly("the text is not in Unicode form NFC");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        String yaml = WHOLE.replace("binding: law", "binding: advisory")
                .replace("Europe/Berlin", "Berlin")
                .replace("source: {act: TKG", "origin: {act: TKG");
        assertThat(refuse(yaml))
                .extracting(Fault::code)
                .containsExactly("bad-value", "missing-source", "unknown-key", "binding");
    }

    @Test
    void aClauseWithoutACaseOfItsOwnIsRefused() {
        String yaml = WHOLE.substring(0, WHOLE.lastIndexOf("      - {asOf"));
        assertThat(refuse(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("missing-case");
            assertThat(fault.message()).isEqualTo("4 clauses, but 3 cases");
            assertThat(fault.pointer()).isEqualTo("/requirements/0/cases");
        });
    }

    private static List<Fault> refuse(String yaml) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> PackReader.read(bytes(yaml)));
        assertThat(refused).as("the pack was taken").isNotNull();
        return refused.faults();
    }

    private static String replaceOnce(String found, String replacement) {
        int at = WHOLE.indexOf(found);
        assertThat(at).as("the whole pack has: " + found).isNotNegative();
        return WHOLE.substring(0, at) + replacement + WHOLE.substring(at + found.length());
    }

    private static Position placeOf(String text) {
        return place(WHOLE, WHOLE.indexOf(text));
    }

    private static Position place(String text, int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, index - before.lastIndexOf('\n'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PackReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
