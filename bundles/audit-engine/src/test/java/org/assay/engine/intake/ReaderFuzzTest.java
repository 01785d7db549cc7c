package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.FaultException;

/**
 * Whatever bytes come, a reader refuses them with faults or takes them whole, and what it took can be written and read
 * again. The build runs the kept inputs; {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true
 * -Dtest=ReaderFuzzTest#json} looks for new ones.
 */
class ReaderFuzzTest {
    private static final NetworkReader READER = Documents.READER;
    private static final byte[] BASE = Documents.withComponents("").getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "2m")
    void json(byte[] document) {
        check(() -> READER.readJson(new ByteArrayInputStream(document)));
    }

    @FuzzTest(maxDuration = "2m")
    void ndjson(byte[] document) {
        check(() -> READER.readNdjson(new ByteArrayInputStream(document)));
    }

    @FuzzTest(maxDuration = "2m")
    void csv(byte[] components) {
        check(() -> READER.readCsv(new ByteArrayInputStream(BASE), new ByteArrayInputStream(components)));
    }

    private static void check(Supplier<Intake> reading) {
        NetworkFacts facts;
        try {
            facts = reading.get().facts();
        } catch (FaultException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.column()).isPositive();
                assertThat(fault.message()).isNotEmpty();
            });
            return;
        }
        byte[] written = Documents.ndjson(facts);
        NetworkFacts again =
                READER.readNdjson(new ByteArrayInputStream(written)).facts();
        assertThat(SnapshotDigest.of(again)).isEqualTo(SnapshotDigest.of(facts));
    }
}
