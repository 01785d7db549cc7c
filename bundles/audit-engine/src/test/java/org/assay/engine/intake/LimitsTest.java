package org.assay.engine.intake;

import static org.assay.engine.intake.Documents.READER;
import static org.assay.engine.intake.Documents.faultsOf;
import static org.assay.engine.intake.Documents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String HEADER = "{\"format\": \"assay.network/1\", \"notDelivered\": []}\n";
    private static final String NETWORK = HEADER
            + "{\"network\": {\"id\": \"net\", \"name\": \"N\", \"country\": \"DE\", \"timeZone\": \"Europe/Berlin\"}}\n"
            + "{\"operator\": {\"id\": \"op\", \"name\": \"O\"}}\n";

    @Test
    void a_json_document_of_200_mb_is_refused_where_the_limit_lies() {
        InputStream document = new SequenceInputStream(
                stream("{\"format\": \"assay.network/1\", \"components\": [\n"),
                new Repeated("                   \n", 200L << 20));
        List<Fault> faults = faultsOf(() -> READER.readJson(document));
        assertThat(faults).extracting(Fault::code).containsExactly("too-large");
        assertThat(faults.get(0).message()).contains("67108864 bytes");
        assertThat(faults.get(0).pointer()).isEqualTo("/components");
    }

    @Test
    void an_ndjson_document_may_be_larger_than_a_json_document() {
        Limits small = Limits.DEFAULT.withDocumentBytes(100);
        Intake intake = new NetworkReader(FactModel.core(), small).readNdjson(stream(NETWORK));
        assertThat(intake.facts().size()).isEqualTo(2);
    }

    @Test
    void a_line_of_more_than_64_kb_is_refused_and_the_next_is_read() {
        String tooLong = "{\"component\": {\"id\": \"c\", \"name\": \"" + "x".repeat(65_536) + "\"}}\n";
        List<Fault> faults = faultsOf(() -> READER.readNdjson(stream(NETWORK + tooLong + "{\"site\": {\"id\": 1}}")));
        assertThat(faults).extracting(Fault::code).containsExactly("too-large", "wrong-type");
        assertThat(faults).extracting(Fault::line).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1.5e99999999999999999999",
                "123456789012345678901234567890"
            })
    void a_number_is_not_worked_out_before_it_is_known_to_be_small(String number) {
        String component =
                "{\"id\": \"c\", \"kind\": \"equipment\", \"name\": \"C\", \"load\": {\"premises\": " + number + "}}";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(faultsOf(Documents.withComponents(component))).hasSize(1);
            assertThat(faultsOf(() -> READER.readNdjson(stream(NETWORK + "{\"component\": " + component + "}\n"))))
                    .extracting(Fault::line)
                    .containsExactly(4);
        });
    }

    @Test
    void a_csv_record_of_more_than_64_kb_is_refused() {
        String csv = "id,kind,name\nc1,equipment,ok\nc2,equipment," + "x".repeat(65_536) + "\n";
        Fault fault = faultsOf(() -> READER.readCsv(stream(Documents.withComponents("")), stream(csv)))
                .get(0);
        assertThat(fault.code()).isEqualTo("too-large");
        assertThat(fault.line()).isEqualTo(3);
    }

    @Test
    void a_csv_record_without_end_is_given_up_early() {
        InputStream csv =
                new SequenceInputStream(stream("id,kind,name\nc1,equipment,\""), new Repeated("endless ", 1L << 40));
        Fault fault = faultsOf(() -> READER.readCsv(stream(Documents.withComponents("")), csv))
                .get(0);
        assertThat(fault.code()).isEqualTo("too-large");
        assertThat(fault.line()).isEqualTo(2);
    }

    @Test
    void too_many_records_are_refused() {
        Limits limits = new Limits(1 << 20, 1 << 10, 4, 16, 100, 4_000, 200);
        NetworkReader reader = new NetworkReader(FactModel.core(), limits);
        String sites = "{\"site\": {\"id\": \"a\"}}\n{\"site\": {\"id\": \"b\"}}\n";
        assertThat(reader.readNdjson(stream(NETWORK + sites)).facts().all(Kind.SITE))
                .hasSize(2);
        List<Fault> faults = faultsOf(() -> reader.readNdjson(stream(NETWORK + sites + "{\"site\": {\"id\": \"c\"}}")));
        assertThat(faults).extracting(Fault::code).containsExactly("too-many-records");
        assertThat(faults.get(0).line()).isEqualTo(6);
    }

    @Test
    void a_record_of_many_long_lists_is_refused() {
        String list = "[" + "1,".repeat(9_998) + "1],";
        String document = Documents.withComponents(
                "{\"id\": \"c\", \"kind\": \"equipment\", \"facts\": {\"x-y\": {\"f\": [" + list.repeat(5) + "1]}}}");
        assertThat(faultsOf(document))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("too-many-entries", "/components/0/facts/x-y/f/3"));
    }

    @Test
    void a_document_of_nothing_but_references_is_refused() {
        String refs = IntStream.range(0, 9_000).mapToObj(i -> "\"§" + i + "\"").collect(Collectors.joining(","));
        String components = IntStream.range(0, 60)
                .mapToObj(i -> "{\"id\": \"c" + i + "\", \"kind\": \"software\", \"runsOn\": ["
                        + refs.replace("§", "x" + i + "-") + "]}")
                .collect(Collectors.joining(","));
        List<Fault> faults = faultsOf(Documents.withComponents(components));
        assertThat(faults).extracting(Fault::code).containsExactly("too-many-references");
        assertThat(faults.get(0).pointer()).startsWith("/components/55/runsOn/");
    }

    /** A text again and again, up to a number of bytes. */
    private static final class Repeated extends InputStream {
        private final byte[] chunk;
        private long left;
        private int at = -1;

        Repeated(String text, long bytes) {
            this.chunk = text.getBytes(StandardCharsets.UTF_8);
            this.left = bytes;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            at = (at + 1) % chunk.length;
            return chunk[at];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = 0;
            while (count < length && left > 0) {
                bytes[offset + count++] = (byte) read();
            }
            return count == 0 ? -1 : count;
        }
    }
}
