package org.assay.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.api.Outcome;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

class ConformanceReaderTest {
    private static final String CASES =
            """
            # worked examples
            - name: E1
              article: "§ 165(4)"
              requirement: XX-1
              asOf: 2026-11-21
              base: mno
              options: {legacy: per_type}
              given: {components: [{id: c, status: in-service}]}
              expect: FAIL
            """;

    @Test
    void aCaseBesideAPackStartsFromItsBasesAndNamesItsRequirement() throws IOException {
        ConformanceReader.Conformance one = read(CASES).get(0);
        assertThat(one.article()).isEqualTo("§ 165(4)");
        assertThat(one.requirement().id()).isEqualTo("XX-1");
        assertThat(one.example().name()).isEqualTo("E1");
        assertThat(one.example().expect()).isEqualTo(Outcome.FAIL);
        assertThat(one.example().options()).isEqualTo(Map.of("legacy", "per_type"));
        assertThat(one.example().at()).isEqualTo(new Position(2, 3));
        Map<String, Object> component =
                Map.of("id", "c", "kind", "equipment", "functions", List.of("AMF"), "status", "in-service");
        assertThat(one.example().given())
                .containsEntry("components", List.of(component))
                .containsKey("operator");
    }

    @Test
    void aRequirementThatThePackDoesNotHaveIsRefusedAtItsPlace() {
        Fault fault =
                refuse(CASES.replace("requirement: XX-1", "requirement: XX-2")).get(0);
        assertThat(fault.message()).isEqualTo("the pack has no requirement 'XX-2'");
        assertThat(fault.hint()).isEqualTo("Did you mean 'XX-1'?");
        assertThat(new Position(fault.line(), fault.column())).isEqualTo(new Position(4, 16));
    }

    @Test
    void aCaseIsJudgedByTheEditionInForceOnItsDay() throws IOException {
        String later = new String(pack(), StandardCharsets.UTF_8)
                .replaceFirst("version: .*", "version: 2030.10.0")
                .replaceFirst("inForce: .*", "inForce: {from: 2030-01-01}");
        List<byte[]> editions = List.of(pack(), later.getBytes(StandardCharsets.UTF_8));
        String both = CASES + CASES.replace("2026-11-21", "2030-01-01");
        assertThat(ConformanceReader.read(both.getBytes(StandardCharsets.UTF_8), editions))
                .extracting(ConformanceReader.Conformance::version)
                .containsExactly(PackReader.read(pack()).version(), "2030.10.0");
        Fault fault = refuse(CASES.replace("2026-11-21", "1999-01-01")).get(0);
        assertThat(fault.message()).isEqualTo("no edition is in force on 1999-01-01");
        assertThat(fault.line()).isEqualTo(5);
    }

    @Test
    void anythingElseThanAListOfCasesIsRefused() {
        assertThat(refuse("cases: []")).extracting(Fault::code).containsExactly("wrong-type");
        assertThat(refuse(CASES.replace("expect: FAIL", "expected: FAIL")))
                .extracting(Fault::code)
                .containsExactly("missing-key", "unknown-key");
    }

    private static List<ConformanceReader.Conformance> read(String cases) throws IOException {
        return ConformanceReader.read(cases.getBytes(StandardCharsets.UTF_8), pack());
    }

    private static List<Fault> refuse(String cases) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> read(cases));
        assertThat(refused).as("the cases were taken").isNotNull();
        return refused.faults();
    }

    private static byte[] pack() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConformanceReaderTest.class.getResourceAsStream("whole.yaml"))) {
            return in.readAllBytes();
        }
    }
}
