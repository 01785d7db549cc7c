package org.assay.engine.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.assay.engine.fault.FaultException;

/**
 * Whatever the bytes: nothing that our key did not sign is opened. In a build the inputs under test resources are run; the
 * module's pom says how new ones are searched for.
 */
class PackEnvelopeFuzzTest {
    private static final TrustedKeys TRUSTED =
            TrustedKeys.of(List.of(Keys.generate().getPublic()));

    @FuzzTest(maxDuration = "2m")
    void noBytesThatOurKeyDidNotSignAreOpened(byte[] bytes) {
        try {
            PackEnvelope.Opened opened = PackEnvelope.open(bytes, TRUSTED);
            assertThat(opened).as("opened without a signature").isNull();
        } catch (FaultException refused) {
            assertThat(refused.faults()).hasSize(1).allMatch(fault -> !fault.message()
                    .isBlank());
        }
    }
}
