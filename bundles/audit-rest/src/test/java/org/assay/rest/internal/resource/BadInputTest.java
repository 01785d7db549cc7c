package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.assay.core.internal.engine.EnginePacks;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.NetworkReader;
import org.assay.rest.internal.resource.TestApi.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input that must be refused, through the API and with the engine's own readers: each with its place. */
class BadInputTest {
    private static final NetworkReader READER = new NetworkReader(FactModel.core());
    private static final KeyPair KEY = Keys.generate();
    private static final EnginePacks PACKS =
            new EnginePacks(() -> TrustedKeys.of(List.of(KEY.getPublic())), new Interpreter(), Clock.systemUTC());
    private static final long TWO_HUNDRED_MB = 200L * 1024 * 1024;

    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Alpha", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op"},
             "suppliers": [{"id": "s1", "name": "S1"}, {"id": "s2", "name": "S2"}],
             "components": [
              {"id": "c1", "kind": "equipment", "supplier": "s1"},
              {"id": "c2", "kind": "software", "supplier": "s2", "ordered": "2026-01-01"}]}
            """;

    private static final String PACK =
            """
            regime: de-bsi
            version: 2026.3.0
            language: 1
            inForce: {from: 2026-01-01}
            timeZone: Europe/Berlin
            title: Rules
            authority: Nobody
            requirements:
              - id: A-1
                title: Something
                binding: law
                severity: high
                addressee: operator
                subject: component
                source: {act: Act, section: "1", url: "https://example.org/act", mark: choice}
                consequence: A fine
                decide:
                  - {when: "component.domain == 'passive'", then: PASS, because: passive}
                  - {then: FAIL, because: active, remedy: replace it}
                cases:
                  - {asOf: 2026-01-01, given: {components: [{id: c, domain: passive}]}, expect: PASS}
                  - {asOf: 2026-01-01, given: {components: [{id: c, domain: core}]}, expect: FAIL}
            """;

    private final TestApi api = new TestApi();

    @BeforeEach
    void readWithTheEngine() {
        api.networks.reader = (format, text) -> {
            switch (format) {
                case JSON -> READER.readJson(TestApi.bytes(text));
                case NDJSON -> READER.readNdjson(TestApi.bytes(text));
                case CSV -> READER.readCsv(TestApi.bytes(NETWORK), TestApi.bytes(text));
            }
        };
        api.core.check = envelope -> PACKS.check(PACKS.verify(envelope).payload());
    }

    @Test
    void theGoodOnesAreTaken() {
        send("application/json", NETWORK).is(201);
        send("text/csv", "id,kind\nc7,equipment\n").is(201);
        PACKS.check(PACK.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("truncated JSON", NETWORK.substring(0, 300), ""),
                Arguments.of(
                        "unknown field",
                        NETWORK.replace("\"supplier\": \"s1\"", "\"suplier\": \"s1\""),
                        "/components/0/suplier"),
                Arguments.of("unknown enum value", NETWORK.replace("equipment", "equipmnt"), "/components/0/kind"),
                Arguments.of("duplicate ids", NETWORK.replace("\"c2\"", "\"c1\""), "/components/1"),
                Arguments.of(
                        "dangling reference",
                        NETWORK.replace("\"supplier\": \"s2\"", "\"supplier\": \"s9\""),
                        "/components/1/supplier"),
                Arguments.of(
                        "cycle of control",
                        NETWORK.replace("\"name\": \"S1\"}", "\"name\": \"S1\", " + owner("s2") + "}")
                                .replace("\"name\": \"S2\"}", "\"name\": \"S2\", " + owner("s1") + "}"),
                        "/suppliers/"),
                Arguments.of(
                        "dates out of order",
                        NETWORK.replace("\"2026-01-01\"", "\"2026-01-01\", \"firstUse\": \"2025-01-01\""),
                        "/components/1"),
                Arguments.of(
                        "a key given twice",
                        NETWORK.replace("\"id\": \"c1\",", "\"id\": \"c1\", \"id\": \"c3\","),
                        "/components/0/id"),
                Arguments.of(
                        "a number where text is due",
                        NETWORK.replace("\"name\": \"Op\"", "\"name\": 5"),
                        "/operator/name"),
                Arguments.of("null", NETWORK.replace("\"name\": \"Op\"", "\"name\": null"), "/operator/name"),
                Arguments.of(
                        "deeply nested",
                        NETWORK.replace(
                                "\"supplier\": \"s1\"}", "\"supplier\": \"s1\", \"modules\": " + "[".repeat(9999)),
                        "/"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void aNetworkDocumentIsRefusedWithThePlace(String what, String body, String pointer) {
        JsonNode problem = send("application/json", body).problem(422, "invalid-network");

        JsonNode fault = problem.at("/faults/0");
        assertThat(fault.path("pointer").asText()).as(problem.toString()).startsWith(pointer);
        assertThat(fault.path("line").asInt()).isPositive();
        assertThat(fault.path("column").asInt()).isPositive();
        assertThat(api.networks.took).isEmpty();
    }

    @Test
    void aTableWithAWrongColumnIsRefusedWithThePlace() {
        JsonNode problem =
                send("text/csv", "id,kind,colour\nc1,equipment,red\n").problem(422, "invalid-network");

        assertThat(problem.at("/faults/0/message").asText()).contains("colour");
        assertThat(problem.at("/faults/0/line").asInt()).isEqualTo(1);
        assertThat(api.networks.took).isEmpty();
    }

    @Test
    void aRecordThatIsTooLongIsRefusedWithItsLine() {
        String line = "{\"kind\": \"component\", \"id\": \"" + "c".repeat(70_000) + "\"}\n";
        JsonNode problem = send(
                        "application/x-ndjson", "{\"format\": \"assay.network/1\", \"notDelivered\": []}\n" + line)
                .problem(413, "too-large");

        assertThat(problem.at("/faults/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void aDocumentSentInPlaceOfANetworksRecordIsToldWhereItGoes() {
        JsonNode problem = api.put("networks/alpha", "{\"id\": \"" + "x".repeat(70_000) + "\"}")
                .problem(413, "too-large");

        assertThat(problem.path("limit").asLong()).isEqualTo(65_536);
        assertThat(problem.path("detail").asText()).contains("65536 bytes that this call takes");
        assertThat(problem.path("remedy").asText())
                .contains("only id, name and country", "fixed", "POST /networks/{id}/snapshots")
                .doesNotContain("ndjson");
    }

    @Test
    void aDocumentOfTwoHundredMegabytesIsRefusedAsItComes() {
        Endless body = new Endless(TWO_HUNDRED_MB);
        Reply reply = api.send("POST", "networks/alpha/snapshots", body, "Content-Type", "application/json");

        assertThat(reply.problem(413, "too-large").path("limit").asLong()).isEqualTo(64L * 1024 * 1024);
        assertThat(body.read).isLessThan(TWO_HUNDRED_MB / 2);
        assertThat(api.networks.took).isEmpty();
    }

    static Stream<Arguments> packs() {
        return Stream.of(
                Arguments.of("type error", PACK.replace("component.domain == 'passive'", "component.domain == 5"), 18),
                Arguments.of("unknown key", PACK.replace("severity:", "severty:"), 12),
                Arguments.of("missing source", PACK.replaceAll("(?m)^ +source:.*\n", ""), 9),
                Arguments.of("failing case", PACK.replace("expect: FAIL}", "expect: PASS}"), 22),
                Arguments.of("FAIL in an advisory rule", PACK.replace("binding: law", "binding: advisory"), 19));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void aPackIsRefusedWithTheLineOfItsYaml(String what, String yaml, int line) {
        byte[] envelope = PackEnvelope.sign(yaml.getBytes(StandardCharsets.UTF_8), KEY.getPrivate());
        JsonNode problem = upload(envelope).problem(422, "invalid-pack");

        assertThat(problem.path("faults"))
                .as(problem.toString())
                .anySatisfy(fault -> assertThat(fault.path("line").asInt()).isEqualTo(line));
        assertThat(problem.at("/faults/0/column").asInt()).isPositive();
        assertThat(api.core.packs.get("de-bsi")).doesNotContainKey("2026.3.0");
    }

    @Test
    void aPackThatIsNotSignedByATrustedKeyIsRefused() {
        byte[] payload = PACK.getBytes(StandardCharsets.UTF_8);

        JsonNode stranger =
                upload(PackEnvelope.sign(payload, Keys.generate().getPrivate())).problem(422, "untrusted-pack");
        JsonNode unsigned = upload(payload).problem(422, "untrusted-pack");

        assertThat(stranger.at("/faults/0/code").asText()).isEqualTo("unknown-key-id");
        assertThat(unsigned.at("/faults/0/code").asText()).isEqualTo("unsigned");
    }

    private Reply upload(byte[] envelope) {
        return api.post("regimes/de-bsi/packs", new String(envelope, StandardCharsets.UTF_8));
    }

    private Reply send(String type, String body) {
        return api.send("POST", "networks/alpha/snapshots", TestApi.bytes(body), "Content-Type", type);
    }

    private static String owner(String id) {
        return "\"owners\": [{\"kind\": \"entity\", \"entity\": \"" + id
                + "\", \"controls\": true, \"from\": \"2020-01-01\"}]";
    }

    /** Blanks without end, counted. */
    private static final class Endless extends InputStream {
        private final long length;
        private long read;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            return read++ < length ? ' ' : -1;
        }
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsRefusedWithWhatToSend() {
        for (String path : List.of("networks/alpha/snapshots", "networks/alpha/evidence", "audits")) {
            JsonNode problem = api.send("POST", path, TestApi.bytes("{}")).problem(415, "unsupported-media-type");
            assertThat(problem.path("detail").asText()).contains("without a header Content-Type");
            assertThat(problem.path("remedy").asText()).contains("application/x-ndjson", "text/csv");
        }
    }

    @Test
    void aRegimeThatTheAuditWasNotMadeByIsRefusedWithThoseItWasMadeBy() {
        String audit = "audits/" + FakeAudits.DONE;
        for (String list : List.of("verdicts", "findings", "comparison", "measures", "diff/" + FakeAudits.DONE)) {
            JsonNode problem =
                    api.get(audit + "/" + list + "?regime=de-bsi&regime=de-bis").problem(400, "invalid-parameter");
            assertThat(problem.path("detail").asText()).as(list).contains("'de-bis'");
            assertThat(problem.path("remedy").asText()).as(list).isEqualTo("it was made by de-bsi");
        }
        api.get(audit + "/findings?regime=de-bis", "Accept", "text/csv").problem(400, "invalid-parameter");
    }

    @Test
    void aLanguageThatIsNamedAndNotKnownIsRefusedWhileAHeaderFallsBack() {
        String dossier = "networks/alpha/dossiers/" + FakeDossiers.ID;
        for (String strange : new String[] {"xx", "x", "EN", "en-GB", "", "de,en"}) {
            assertThat(api.get(dossier + "?language=" + strange)
                            .problem(400, "invalid-parameter")
                            .toString())
                    .contains("de, en, fr");
            api.get("networks/alpha/programmes/huawei?language=" + strange).problem(400, "invalid-parameter");
        }
        api.get(dossier + "?language=de").is(200);
        api.get(dossier, "Accept-Language", "xx").is(200);
    }
}
