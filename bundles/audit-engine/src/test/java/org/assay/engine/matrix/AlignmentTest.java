package org.assay.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlignmentTest {

    @Property(tries = 300)
    void everyIdHasOnePlaceInTheOrderOfIds(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<String>> lists = lists(random);
        TreeSet<String> all = new TreeSet<>();
        lists.forEach(all::addAll);
        List<String> places = List.copyOf(all);
        Alignment alignment = Alignment.of(lists.stream().map(SubjectIds::of).toList());
        assertThat(alignment.size()).isEqualTo(places.size());
        for (int place = 0; place < places.size(); place++) {
            assertThat(alignment.id(place)).isEqualTo(places.get(place));
            assertThat(alignment.place(places.get(place))).isEqualTo(place);
            for (int list = 0; list < lists.size(); list++) {
                int number = lists.get(list).indexOf(places.get(place));
                assertThat(alignment.number(list, place)).isEqualTo(number);
            }
        }
        assertThat(alignment.place("nobody")).isNegative();
        for (int list = 0; list < lists.size(); list++) {
            moves(random, lists.get(list), list, alignment, places);
        }
    }

    private static void moves(Random random, List<String> ids, int list, Alignment alignment, List<String> places) {
        int rare = 1 + random.nextInt(200);
        int[] some = IntStream.range(0, ids.size())
                .filter(number -> random.nextInt(rare) == 0)
                .toArray();
        SubjectSet wanted = SubjectSet.of(IntStream.of(some)
                .map(number -> places.indexOf(ids.get(number)))
                .toArray());
        assertThat(alignment.places(list, SubjectSet.of(some))).isEqualTo(wanted);
        assertThat(alignment.placesOf(list).size()).isEqualTo(ids.size());
    }

    private static List<List<String>> lists(Random random) {
        TreeSet<String> base = new TreeSet<>();
        for (int left = random.nextInt(400); left > 0; left--) {
            base.add("c" + random.nextInt(500));
        }
        List<List<String>> lists = new ArrayList<>();
        boolean same = random.nextInt(4) == 0;
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            TreeSet<String> ids = new TreeSet<>(base);
            int few = 2 + random.nextInt(60);
            ids.removeIf(id -> !same && random.nextInt(few) == 0);
            for (int more = same ? 0 : random.nextInt(20); more > 0; more--) {
                ids.add("c" + random.nextInt(700));
            }
            lists.add(List.copyOf(ids));
        }
        return lists;
    }
}
