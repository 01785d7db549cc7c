package org.assay.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/**
 * Whatever the bytes: a pack, or faults that say where. In a build the inputs under test resources are run; the
 * module's pom says how new ones are searched for.
 */
class PackReaderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyBytesGiveAPackOrFaultsWithTheirPlace(byte[] bytes) {
        try {
            RulePack pack = PackReader.read(bytes);
            assertThat(pack.requirements()).isNotEmpty();
        } catch (FaultException refused) {
            assertThat(refused.faults())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(200)
                    .allMatch(PackReaderFuzzTest::placed);
        }
    }

    private static boolean placed(Fault fault) {
        return fault.line() > 0 && fault.column() > 0 && !fault.message().isBlank();
    }
}
