package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.engine.eval.FirstForm;
import org.assay.engine.eval.VerdictCodec;
import org.assay.engine.eval.VerdictMatrix;
import org.junit.jupiter.api.Test;

class StoredFormTest {
    private static final long SEED = 5;

    private final Random random = new Random(SEED);
    private final SortedMap<String, List<String>> subjects = RandomMatrices.subjects(random);
    private final VerdictMatrix plain = Stream.generate(() -> RandomMatrices.of(random, subjects))
            .filter(matrix -> matrix.rows().size() > 4 && matrix.counts().size() > 3)
            .findFirst()
            .orElseThrow();

    /** Bytes that note how much of them was read. */
    private static final class Noted implements StoredBytes {
        private final StoredBytes bytes;
        private final List<Integer> read = new ArrayList<>();

        Noted(byte[] bytes) {
            this.bytes = StoredBytes.of(bytes);
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public ByteBuffer read(long offset, int length) {
            read.add(length);
            return bytes.read(offset, length);
        }
    }

    @Test
    void opening_and_counting_read_the_head_alone_and_a_set_is_read_once() throws IOException {
        Noted noted = new Noted(BitmapMatrixTest.stored(plain.compact()));
        BitmapMatrix matrix = MatrixStore.open(noted);
        assertThat(matrix.counts()).isNotEmpty();
        assertThat(noted.read).hasSize(2);
        BitmapRow row = matrix.rows().values().stream()
                .filter(some -> some.counts().size() > 2)
                .findFirst()
                .orElseThrow();
        int kept = row.entries().stream()
                .filter(BitmapRow.Entry::kept)
                .findFirst()
                .orElseThrow()
                .cell();
        row.set(cell -> cell == kept);
        row.set(cell -> cell == kept);
        assertThat(noted.read).hasSize(3);
    }

    @Test
    void verdicts_of_the_first_form_are_read() {
        BitmapMatrix read = VerdictCodec.open(StoredBytes.of(FirstForm.write(plain)));
        assertThat(read.digest()).isEqualTo(VerdictCodec.digest(plain));
        assertThat(VerdictMatrix.of(read).subjects()).isEqualTo(plain.subjects());
        assertThat(read.rows().keySet()).isEqualTo(plain.rows().keySet());
    }

    @Test
    void a_form_of_a_later_number_is_refused_by_its_number() throws IOException {
        byte[] stored = BitmapMatrixTest.stored(plain.compact());
        stored[3] = 9;
        assertThatThrownBy(() -> VerdictCodec.open(StoredBytes.of(stored)))
                .isInstanceOf(MatrixFormatException.class)
                .hasMessageContaining("form is number 9, known is 2");
    }

    @Property(tries = 200)
    void aFileCutShortIsRefusedWhenItIsOpened(@ForAll long seed) throws IOException {
        byte[] stored = BitmapMatrixTest.stored(plain.compact());
        byte[] cut = Arrays.copyOf(stored, new Random(seed).nextInt(stored.length));
        assertThatThrownBy(() -> VerdictCodec.open(StoredBytes.of(cut))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void aChangedByteIsRefusedAtTheLatestWhenItIsRead(@ForAll long seed) throws IOException {
        byte[] stored = BitmapMatrixTest.stored(plain.compact());
        Random where = new Random(seed);
        stored[where.nextInt(stored.length)] ^= (byte) (1 + where.nextInt(255));
        assertThatThrownBy(() -> VerdictMatrix.of(VerdictCodec.open(StoredBytes.of(stored))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("null");
    }
}
