package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.api.Subject;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

class ConformanceSuiteTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2025-01-01, to: 2025-12-31}
            timeZone: Europe/Berlin
            title: A test
            authority: Nobody
            options:
              most: {type: int, default: 5, why: how many are many}
            facts:
              - {on: component, name: listed, type: bool, ask: {of: operator, question: "Is it listed?"}}
            requirements:
              - id: XX-1
                title: Few listed components
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "component.facts.listed && network.subscribers > options.most", then: FAIL, code: MANY, because: many, remedy: fewer}
                  - {then: PASS}
                cases:
                  - {asOf: 2025-02-01, given: {network: {subscribers: 6}, components: [{id: c, facts: {xx-test: {listed: true}}}]}, expect: FAIL, code: MANY}
                  - {asOf: 2025-02-01, given: {network: {subscribers: 5}, components: [{id: c}]}, expect: PASS}
              - id: XX-2
                title: What may come
                binding: proposal
                severity: low
                subject: network
                source: {act: A draft, section: "1", mark: seen}
                decide:
                  - {then: NOT_ALIGNED, because: always, remedy: none}
                cases:
                  - {asOf: 2025-02-01, given: {}, expect: NOT_ALIGNED}
            """;
    private static final String LATER = PACK.replace("version: 1.0.0", "version: 2.0.0")
            .replace("{from: 2025-01-01, to: 2025-12-31}", "{from: 2026-01-01}")
            .replace("asOf: 2025", "asOf: 2026")
            .replace("default: 5", "default: 9")
            .replace("subscribers: 6", "subscribers: 10");
    private static final String CASES =
            """
            - {name: the last day, article: art. 1, requirement: XX-1, asOf: 2025-12-31, given: {network: {subscribers: 7}, components: [{id: c, facts: {xx-test: {listed: true}}}]}, expect: FAIL}
            - {name: the first day, requirement: XX-1, asOf: 2026-01-01, given: {network: {subscribers: 7}, components: [{id: c, facts: {xx-test: {listed: true}}}]}, expect: PASS}
            - {name: not so, requirement: XX-1, asOf: 2026-01-01, options: {most: 6}, given: {network: {subscribers: 7}, components: [{id: c, facts: {xx-test: {listed: true}}}]}, expect: PASS}
            """;

    @Test
    void everyExampleIsJudgedByItsEditionAndTheOneThatDoesNotHoldIsTold() {
        ConformanceSuite suite = suite(CASES);
        List<ConformanceSuite.Outcome> outcomes = new ArrayList<>();
        suite.run(new Interpreter(), outcomes::add);
        assertThat(suite.regime()).isEqualTo("xx-test");
        assertThat(suite.requirements()).containsExactly("XX-1", "XX-2").isEqualTo(suite.tried());
        assertThat(outcomes).hasSize(9);
        List<ConformanceSuite.Outcome> broken =
                outcomes.stream().filter(one -> !one.result().holds()).toList();
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).example().file()).isEqualTo("cases.yaml");
        assertThat(broken.get(0).result().faults().get(0).line()).isEqualTo(3);
        assertThat(broken.get(0).result().faults().get(0).message())
                .contains("the case 'not so' of XX-1: expected PASS, but it is FAIL");
    }

    @Test
    void aFileThatIsNotInOrderIsNamed() {
        UnreadableSuiteException refused =
                catchThrowableOfType(UnreadableSuiteException.class, () -> suite(CASES.replace("XX-1", "XX-9")));
        assertThat(refused.file()).isEqualTo("cases.yaml");
        assertThat(refused.faults()).hasSize(3);
        assertThat(refused).hasMessageContaining("cases.yaml: line 1");
    }

    @Test
    void anExportedLineHasAllThatItsVerdictNeeds() throws IOException {
        List<String> lines = new ArrayList<>();
        SuiteExport.write(suite(CASES), lines::add);
        assertThat(lines).hasSize(9);
        for (String line : lines) {
            JsonNode example = new JsonMapper().readTree(line);
            String expected = example.path("case").asText().equals("not so")
                    ? "FAIL"
                    : example.path("expect").path("outcome").asText();
            Explanation verdict = judge(example);
            assertThat(verdict.outcome()).as(line).hasToString(expected);
            if (example.path("expect").has("code")) {
                assertThat(verdict.code())
                        .isEqualTo(example.path("expect").path("code").asText());
            }
            if (example.path("binding").asText().equals("proposal")) {
                assertThat(verdict.forecast())
                        .hasToString(example.path("expect").path("forecast").asText());
            }
        }
        assertThat(lines.get(6))
                .contains("\"article\":\"art. 1\"", "\"options\":{\"most\":\"5\"}", "\"asOf\":\"2025-12-31\"")
                .contains("\"subject\":{\"kind\":\"component\",\"id\":\"c\"}");
    }

    private static Explanation judge(JsonNode example) throws IOException {
        boolean first = example.path("pack").path("version").asText().equals("1.0.0");
        RulePack pack = PackReader.read(bytes(first ? PACK : LATER));
        assertThat(example.path("pack").path("digest").asText()).isEqualTo(pack.digest());
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        NetworkFacts facts = new NetworkReader(model)
                .readJson(new ByteArrayInputStream(bytes(example.path("network").toString())))
                .facts();
        LocalDate asOf = LocalDate.parse(example.path("asOf").asText());
        Map<String, Object> options =
                Map.of("most", example.path("options").path("most").asLong());
        JsonNode subject = example.path("subject");
        return new Interpreter()
                .open(RuleSet.compile(pack), facts, new AuditTerms(asOf, asOf, options))
                .explain(
                        example.path("requirement").asText(),
                        new Subject(
                                subject.path("kind").asText(),
                                subject.path("id").asText()),
                        "en");
    }

    private static ConformanceSuite suite(String cases) {
        return ConformanceSuite.read(
                List.of(
                        new ConformanceSuite.Source("a.yaml", bytes(PACK)),
                        new ConformanceSuite.Source("b.yaml", bytes(LATER))),
                List.of(new ConformanceSuite.Source("cases.yaml", bytes(cases))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
