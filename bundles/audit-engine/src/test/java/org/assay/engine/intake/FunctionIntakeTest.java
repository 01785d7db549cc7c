package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionIntakeTest {
    private static Intake functions(String names) {
        return Documents.read(Documents.withComponents(
                        "{\"id\": \"c1\", \"kind\": \"equipment\", \"supplier\": \"s\", \"functions\": [" + names
                                + "]}")
                .replace("\"suppliers\": []", "\"suppliers\": [{\"id\": \"s\", \"name\": \"S\"}]"));
    }

    private static List<?> kept(Intake intake) {
        return intake.facts().find(Kind.COMPONENT, "c1").orElseThrow().list("functions");
    }

    @Test
    void are_kept_by_their_one_name_and_once() {
        Intake intake = functions("\"gNodeB\", \"amf\", \"gNB\"");
        assertThat(kept(intake)).isEqualTo(List.of("AMF", "gNB"));
        assertThat(intake.report().warnings()).isEmpty();
        assertThat(SnapshotDigest.of(intake.facts()))
                .isEqualTo(SnapshotDigest.of(functions("\"AMF\", \"gNB\"").facts()));
    }

    @Test
    void of_a_name_that_nobody_knows_are_kept_and_reported_at_their_place() {
        Intake intake = functions("\"AMF\", \"GPON-OLT\", \"other:door bell\"");
        assertThat(kept(intake)).isEqualTo(List.of("AMF", "GPON-OLT", "other:door bell"));
        assertThat(intake.report().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("unknown-function");
            assertThat(warning.pointer()).isEqualTo("/components/0/functions/1");
            assertThat(warning.message()).contains("'GPON-OLT'");
            assertThat(warning.hint()).contains("did you mean 'OLT'?").contains("other:");
        });
    }

    @Test
    void in_a_table_are_reported_as_well() {
        String csv = "id,kind,functions,supplier\nc1,equipment,GPON-OLT,s\n";
        String head = Documents.with("{\"id\": \"s\", \"name\": \"S\"}", "", "");
        Intake intake = Documents.READER.readCsv(
                Documents.stream(head), new java.io.ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(intake.report().warnings()).extracting(Fault::code).containsExactly("unknown-function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "\\u202a", "\\u2066", "\\u2069", "\\u200e", "\\u200f", "\\u0007", "\\u0085"})
    void a_sign_that_steers_what_is_shown_is_refused_at_its_place(String sign) {
        List<Fault> faults = Documents.faultsOf(
                Documents.withComponents("{\"id\": \"c1\", \"kind\": \"equipment\", \"name\": \"a" + sign + "b\"}"));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("bad-character");
            assertThat(fault.pointer()).isEqualTo("/components/0/name");
            assertThat(fault.message()).contains("character 2");
        });
    }

    @Test
    void nor_may_a_fact_of_a_pack_or_its_name_hold_one() {
        assertThat(
                        Documents.faultsOf(
                                Documents.withComponents(
                                        "{\"id\": \"c1\", \"kind\": \"equipment\", \"facts\": {\"x-y\": {\"f\": {\"a\\u202e\": [\"\\u2067\"]}}}}")))
                .extracting(Fault::code, Fault::pointer)
                .contains(org.assertj.core.groups.Tuple.tuple("bad-character", "/components/0/facts/x-y/f/a\u202e"));
    }
}
