package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RenumberingTest {
    @Property(tries = 300)
    void whoStaysKeepsHisPlaceAmongThoseWhoStay(@ForAll long seed, @ForAll @IntRange(max = 400) int before) {
        Random random = new Random(seed);
        List<Integer> now = new ArrayList<>();
        List<Integer> removed = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        List<Integer> moved = new ArrayList<>();
        List<Integer> some = new ArrayList<>();
        for (int old = 0; old <= before; old++) {
            while (random.nextInt(9) == 0) {
                added.add(now.size());
                now.add(-1);
            }
            if (old < before) {
                boolean goes = random.nextInt(7) == 0;
                boolean in = random.nextBoolean();
                if (in) {
                    some.add(old);
                }
                if (goes) {
                    removed.add(old);
                } else {
                    if (in) {
                        moved.add(now.size());
                    }
                    now.add(old);
                }
            }
        }
        Renumbering moves = Renumbering.of(before, array(removed), array(added));

        assertThat(moves.size()).isEqualTo(now.size());
        assertThat(moves.isNone()).isEqualTo(removed.isEmpty() && added.isEmpty());
        assertThat(moves.move(SubjectSet.of(array(some)))).isEqualTo(SubjectSet.of(array(moved)));
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
