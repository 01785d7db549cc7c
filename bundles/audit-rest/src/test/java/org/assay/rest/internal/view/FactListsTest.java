package org.assay.rest.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assay.core.Finding.FactUsed;
import org.junit.jupiter.api.Test;

class FactListsTest {
    private static List<FactUsed> generations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new FactUsed("component/c-" + i + "/generations", i == 0 ? "(missing)" : i < 3 ? "4G" : "5G"))
                .toList();
    }

    @Test
    void a_few_facts_are_said_one_by_one() {
        assertThat(FactLists.of(List.of(
                        new FactUsed("operator/o/publicProvider", "yes"), new FactUsed("component/c/domain", "core"))))
                .isEqualTo("public provider of operator o is yes; domain of component c is core");
    }

    @Test
    void many_of_one_field_are_summed_up_by_value_with_the_first_of_them() {
        assertThat(FactLists.of(generations(10)))
                .isEqualTo("generations of 10 records of kind component (c-0, c-1, c-2 and 7 more):"
                        + " 5G (7), 4G (2), not there (1)");
    }

    @Test
    void what_is_summed_up_stays_short_however_many_values_there_are() {
        List<FactUsed> days = IntStream.range(0, 300)
                .mapToObj(i -> new FactUsed("component/c-" + i + "/firstUse", "day " + i))
                .toList();
        assertThat(FactLists.of(days)).contains("296 other values").hasSizeLessThan(200);
    }
}
