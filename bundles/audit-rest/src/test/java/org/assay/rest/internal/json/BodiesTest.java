package org.assay.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.rest.internal.call.AuditBody;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.BodyLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {
    private final Bodies bodies = new Bodies(Json.mapper());

    @Test
    void readsWhatIsRight() {
        AuditBody body =
                read("{\"network\":\"a\",\"regimes\":[\"r\"],\"asOf\":\"2026-11-21\",\"options\":{\"r\":{\"n\":3}}}");

        assertThat(body.asOf()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(body.request().options()).containsKey("r");
        assertThat(body.knownAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"network":"a","regimes":["r"]                                 | truncated     | /regimes        | 1
                    {"network":"a","regimes":["r"],"asof":"2026-11-21"}            | unknown-field | /asof           | 1
                    {"network":"a","network":"b","regimes":["r"]}                  | duplicate-key | /network        | 1
                    {"network":5,"regimes":["r"]}                                  | wrong-type    | /network        | 1
                    {"network":"a","regimes":"r"}                                  | wrong-type    | /regimes        | 1
                    {"network":"a","regimes":[5]}                                  | wrong-type    | /regimes/0      | 1
                    {"network":"a","regimes":["r"],"asOf":null}                    | null          | /asOf           | 1
                    {"network":"a","regimes":["r",null]}                           | null          | /regimes/1      | 1
                    {"network":"a","regimes":["r"],"options":{"r":{"n":null}}}     | null          | /options/r/n    | 1
                    {"network":"a","regimes":["r"],"options":{"r":"n"}}            | wrong-type    | /options/r      | 1
                    {"network":"a","regimes":["r"],"asOf":"2026-02-30"}            | bad-date      | /asOf           | 1
                    {"network":"a","regimes":["r"],"asOf":"tomorrow"}              | bad-date      | /asOf           | 1
                    {"network":"a","regimes":["r"],"asOf":"2026-11-21T00:00:00Z"}  | bad-date      | /asOf           | 1
                    {"network":"a","regimes":["r"],"asOf":20260101}                | wrong-type    | /asOf           | 1
                    {"network":"a","regimes":["r"],"asOf":[2026,1,1]}              | wrong-type    | /asOf           | 1
                    {"network":"a","regimes":["r"],"knownAt":"2026-11-21"}         | bad-instant   | /knownAt        | 1
                    {"network":"a"}                                                | missing-field | ``              | 1
                    {"network":"a","regimes":["r"]} {}                             | malformed     | ``              | 1
                    {'network':'a'}                                                | malformed     | ``              | 1
                    {"network":"a","regimes":[NaN]}                                | malformed     | /regimes/0      | 1
                    ["a"]                                                          | wrong-type    | ``              | 1
                    "a"                                                            | wrong-type    | ``              | 1
                    null                                                           | null          | ``              | 1
                    ``                                                             | empty-body    | ``              | 1
                    """)
    void namesThePlaceOfWhatIsWrong(String body, String code, String pointer, int line) {
        Fault fault = fault(body);

        assertThat(fault.code()).as(fault.toString()).isEqualTo(code);
        assertThat(fault.pointer()).as(fault.toString()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.column()).isPositive();
        assertThat(fault.message()).doesNotContain("com.fasterxml").doesNotContain("org.assay");
    }

    @Test
    void namesLineAndColumn() {
        Fault fault = fault("{\n  \"network\": \"a\",\n  \"regimes\": [\"r\"],\n  \"asOf\": \"soon\"\n}");

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.column()).isBetween(10, 18);
        assertThat(fault.message()).isEqualTo("'soon' is not a date such as 2026-11-21");
    }

    @Test
    void refusesWhatNestsTooDeeply() {
        String deep = "{\"network\":" + "[".repeat(50_000);

        assertThat(fault(deep).code()).isEqualTo("over-limit");
    }

    @Test
    void refusesWhatIsTooLong() {
        byte[] body = new byte[1025];

        assertThatThrownBy(() -> Bodies.bytes(new ByteArrayInputStream(body), new BodyLimit(1024, "Send less.")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
        assertThat(Bodies.bytes(new ByteArrayInputStream(body), new BodyLimit(1025, "Send less.")))
                .hasSize(1025);
    }

    @Property(tries = 3000)
    void anyBytesAreReadOrRefusedWithAFault(@ForAll byte[] body) {
        assertThatThrownBy(() -> bodies.read(body, AuditBody.class)).isInstanceOf(FaultException.class);
    }

    @Test
    void takesNoOtherEncodingThanUtf8() {
        byte[] utf16 = "{\"network\":\"a\",\"regimes\":[]}".getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = {'{', '"', (byte) 0xe4, '"'};

        assertThatThrownBy(() -> bodies.read(utf16, AuditBody.class)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> bodies.read(latin, AuditBody.class)).hasMessageContaining("not UTF-8");
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefusedWithAFault(@ForAll("almostBodies") String text) {
        try {
            assertThat(read(text).regimes()).isNotNull();
        } catch (FaultException e) {
            assertThat(e.faults()).hasSize(1);
            assertThat(e.faults().get(0).message()).isNotBlank();
        }
    }

    @Provide
    static Arbitrary<String> almostBodies() {
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\\",
                "null",
                "true",
                "1e999",
                "-",
                "\"network\"",
                "\"regimes\"",
                "\"asOf\"",
                "\"options\"",
                "\"a\"",
                "\"2026-11-21\"",
                "\u0000",
                "\ud800",
                " ",
                "\n");
        return Arbitraries.of(pieces).list().ofMaxSize(30).map(list -> String.join("", list));
    }

    private Fault fault(String body) {
        return catchThrowableOfType(FaultException.class, () -> read(body))
                .faults()
                .get(0);
    }

    private AuditBody read(String text) {
        return bodies.read(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8), AuditBody.class);
    }
}
