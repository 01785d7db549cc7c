package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.api.Outcome;
import org.assay.engine.eval.VerdictCodec;
import org.assay.engine.eval.VerdictMatrix;

class BitmapMatrixTest {

    @Property(tries = 300)
    void setsSayWhatTheCellsSay(@ForAll long seed) {
        Random random = new Random(seed);
        VerdictMatrix plain = RandomMatrices.of(random, RandomMatrices.subjects(random));
        agrees(plain, plain.compact(), random);
    }

    @Property(tries = 200)
    void whatIsStoredIsReadBack(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        VerdictMatrix plain = RandomMatrices.of(random, RandomMatrices.subjects(random));
        agrees(plain, MatrixStore.open(StoredBytes.of(stored(plain.compact()))), random);
    }

    @Property(tries = 50)
    void theSameVerdictsAreStoredAsTheSameBytes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] once = stored(
                RandomMatrices.of(random, RandomMatrices.subjects(random)).compact());
        assertThat(stored(MatrixStore.open(StoredBytes.of(once)))).isEqualTo(once);
    }

    static byte[] stored(BitmapMatrix matrix) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MatrixStore.write(matrix, out);
        return out.toByteArray();
    }

    private static void agrees(VerdictMatrix plain, BitmapMatrix sets, Random random) {
        assertThat(sets.digest()).isEqualTo(VerdictCodec.digest(plain));
        assertThat(sets.size()).isEqualTo(plain.size());
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        plain.counts().forEach((outcome, count) -> counts.put(outcome, count.longValue()));
        assertThat(sets.counts()).isEqualTo(counts);
        plain.subjects().forEach((kind, ids) -> agrees(ids, sets.subjects(kind), random));
        plain.rows().forEach((id, row) -> agrees(row, sets.rows().get(id), random));
        VerdictMatrix back = VerdictMatrix.of(sets);
        assertThat(back.subjects()).isEqualTo(plain.subjects());
        back.rows().forEach((id, row) -> assertThat(row.cells())
                .isEqualTo(plain.rows().get(id).cells()));
    }

    private static void agrees(List<String> ids, SubjectIds kept, Random random) {
        assertThat(kept.size()).isEqualTo(ids.size());
        for (int left = Math.min(20, ids.size()); left > 0; left--) {
            int subject = random.nextInt(ids.size());
            assertThat(kept.id(subject)).isEqualTo(ids.get(subject));
            assertThat(kept.find(ids.get(subject))).isEqualTo(subject);
        }
        assertThat(kept.find("")).isNegative();
        assertThat(kept.find("c-")).isNegative();
        assertThat(kept.find("zzz")).isNegative();
    }

    private static void agrees(VerdictMatrix.Row row, BitmapRow sets, Random random) {
        assertThat(sets.head()).isEqualTo(row.head());
        TreeSet<Integer> cells = new TreeSet<>(List.of(0, RowHead.UNKNOWN));
        sets.counts().forEach(count -> cells.add(count.cell()));
        TreeSet<Integer> some = new TreeSet<>(cells);
        some.removeIf(cell -> random.nextBoolean());
        agrees(row, sets.set(some::contains), some);
        for (int cell : cells) {
            SubjectSet set = sets.set(one -> one == cell);
            agrees(row, set, new TreeSet<>(List.of(cell)));
        }
        for (int left = Math.min(50, row.cells().length); left > 0; left--) {
            int subject = random.nextInt(row.cells().length);
            assertThat(sets.cell(subject)).isEqualTo(row.cell(subject));
        }
    }

    private static void agrees(VerdictMatrix.Row row, SubjectSet set, TreeSet<Integer> cells) {
        int[] wanted = IntStream.range(0, row.cells().length)
                .filter(subject -> cells.contains(row.cell(subject)))
                .toArray();
        assertThat(set.size()).isEqualTo(wanted.length);
        assertThat(set).isEqualTo(SubjectSet.of(wanted));
        if (wanted.length > 0) {
            int place = wanted.length / 2;
            assertThat(set.at(place)).isEqualTo(wanted[place]);
            assertThat(set.before(wanted[place])).isEqualTo(place);
            assertThat(set.from(wanted[place]).nextInt()).isEqualTo(wanted[place]);
        }
    }
}
