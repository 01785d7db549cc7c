package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.assay.engine.eval.VerdictCodec;
import org.assay.engine.eval.VerdictMatrix;

/**
 * Whatever the bytes: stored verdicts are read and can be written again, or refused with a reason. In a build the inputs under
 * test resources are run; the module's pom says how new ones are searched for.
 */
class MatrixFuzzTest {
    private static final int MOST = 100_000;

    @FuzzTest(maxDuration = "2m")
    void storedVerdictsAreReadOrRefused(byte[] bytes) {
        try {
            BitmapMatrix matrix = VerdictCodec.open(StoredBytes.of(mend(bytes)));
            if (matrix.size() < MOST) {
                VerdictMatrix plain = VerdictMatrix.of(matrix);
                assertThat(VerdictCodec.digest(plain)).isEqualTo(matrix.digest());
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** The head's check is made right, so that what stands behind it is tried too. */
    private static byte[] mend(byte[] bytes) {
        byte[] mended = bytes.clone();
        if (mended.length >= MatrixStore.PREFIX) {
            ByteBuffer prefix = ByteBuffer.wrap(mended);
            int length = prefix.getInt(Integer.BYTES);
            if (length >= 0 && length <= mended.length - MatrixStore.PREFIX) {
                byte[] head = new byte[length];
                prefix.get(MatrixStore.PREFIX, head);
                prefix.putInt(2 * Integer.BYTES, MatrixStore.crc(head));
            }
        }
        return mended;
    }

    @FuzzTest(maxDuration = "2m")
    void aSetIsReadOrRefused(byte[] bytes) {
        try {
            SubjectSet set = SubjectSet.read(ByteBuffer.wrap(bytes), MOST);
            int[] members = new int[1];
            set.forEach(subject -> members[0] += subject >= 0 && subject < MOST && set.has(subject) ? 1 : 0);
            assertThat(members[0]).isEqualTo(set.size());
        } catch (MatrixFormatException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
