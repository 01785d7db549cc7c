package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assay.engine.facts.FactModel;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

class CaseDocumentTest {
    private static final String PACK =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2025-12-06}
            timeZone: Europe/Berlin
            title: A test
            authority: Nobody
            facts:
              - {on: component, name: bank, type: "ref[supplier]"}
              - {on: evidence.certificate, name: specs, type: "list[text]"}
            requirements:
              - id: XX-1
                title: A demand
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases:
                  - {asOf: 2026-01-01, expect: PASS, given: %s}
            """;

    @Test
    void whatANetworkNeedsIsFilledIn() throws IOException {
        JsonNode document = document("{components: [{functions: [AMF]}, {id: b, kind: software}]}");
        assertThat(document.at("/format").asText()).isEqualTo("assay.network/1");
        assertThat(document.at("/network/id").asText()).isEqualTo("network-1");
        assertThat(document.at("/network/timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(document.at("/operator/name").asText()).isEqualTo("operator-1");
        assertThat(document.at("/components/0/id").asText()).isEqualTo("component-1");
        assertThat(document.at("/components/0/kind").asText()).isEqualTo("equipment");
        assertThat(document.at("/components/1/kind").asText()).isEqualTo("software");
        assertThat(document.at("/components/0").has("name")).isFalse();
    }

    @Test
    void sectionsThatAreLeftOutAreThereAndEmpty() throws IOException {
        JsonNode document = document("{}");
        for (String section : new String[] {"countries", "suppliers", "sites", "evidence", "contracts", "orders"}) {
            assertThat(document.get(section)).as(section).isNotNull().isEmpty();
        }
    }

    @Test
    void aSupplierThatIsOnlyNamedIsAddedWithItsIdAsGroup() throws IOException {
        JsonNode document = document(
                """
                {suppliers: [{id: Nokia}], components: [{supplier: Huawei, hardware: {maker: Nokia}, modules: [{maker: ZTE}],
                             facts: {xx-test: {bank: Bank}}}]}""");
        assertThat(document.get("suppliers").findValuesAsText("id")).containsExactly("Nokia", "Bank", "Huawei", "ZTE");
        assertThat(document.at("/suppliers/2"))
                .isEqualTo(new JsonMapper().readTree("{\"id\":\"Huawei\",\"name\":\"Huawei\",\"group\":\"Huawei\"}"));
        assertThat(document.at("/suppliers/0"))
                .isEqualTo(new JsonMapper().readTree("{\"id\":\"Nokia\",\"name\":\"Nokia\"}"));
    }

    @Test
    void aTextThatLooksLikeANumberNeedsNoQuotes() throws IOException {
        JsonNode document = document(
                """
                {components: [{software: {version: 12}, load: {premises: 7}}],
                 evidence: [{kind: certificate, scope: {versions: [1, 24.1]}, facts: {xx-test: {specs: [33]}}}]}""");
        assertThat(document.at("/components/0/software/version").isTextual()).isTrue();
        assertThat(document.at("/components/0/load/premises").isIntegralNumber())
                .isTrue();
        assertThat(document.at("/evidence/0/scope/versions/0").isTextual()).isTrue();
        assertThat(document.at("/evidence/0/facts/xx-test/specs/0").isTextual()).isTrue();
    }

    private static JsonNode document(String given) throws IOException {
        byte[] yaml = PACK.formatted(given.replaceAll("\\s*\n\\s*", " ")).getBytes(StandardCharsets.UTF_8);
        RulePack pack = PackReader.read(yaml);
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        byte[] json = CaseDocument.of(
                pack, model, pack.requirements().get(0).cases().get(0).given());
        return new JsonMapper().readTree(json);
    }
}
