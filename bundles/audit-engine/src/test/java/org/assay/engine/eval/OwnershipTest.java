package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    private static final int MANY = 4_000;

    private static Object owner(Object... pairs) {
        Map<String, Object> values = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            boolean share = List.of("equity", "votes", "largestHolder").contains(pairs[i]);
            values.put((String) pairs[i], share ? Fraction.parse((String) value) : value);
        }
        return Bench.nested("Owner", values);
    }

    private static Bench supplier(Bench bench, String id, String group, Object... owners) {
        bench.component(id, Map.of("supplier", id));
        return bench.with(Kind.SUPPLIER, id, Map.of("name", id + " Ltd", "group", group, "owners", List.of(owners)));
    }

    /** A listed company, a subsidiary, a joint venture, a fund of which nobody knows the investors. */
    private static Bench bench() {
        Bench bench = new Bench();
        supplier(bench, "top", "Huawei", owner("kind", "state", "name", "Republic", "equity", "1", "controls", true));
        supplier(bench, "sub", "Sub", owner("kind", "entity", "entity", "top", "equity", "60%", "votes", "60%"));
        supplier(
                bench,
                "joint",
                "Joint",
                owner("kind", "entity", "entity", "sub", "equity", "50%", "votes", "50%", "controls", false),
                owner("kind", "undisclosed", "equity", "8%", "votes", "8%"),
                owner("kind", "float", "equity", "42%", "votes", "42%", "largestHolder", "3%"));
        supplier(
                bench,
                "listed",
                "Listed",
                owner("kind", "float", "equity", "92%", "votes", "92%", "largestHolder", "5%"),
                owner("kind", "person", "name", "Ann", "equity", "8%", "votes", "8%"));
        supplier(
                bench,
                "late",
                "Late",
                owner(
                        "kind",
                        "entity",
                        "entity",
                        "top",
                        "equity",
                        "1",
                        "controls",
                        true,
                        "from",
                        Bench.AS_OF.plusDays(1)),
                owner("kind", "person", "name", "Ann", "equity", "1", "controls", true, "until", Bench.AS_OF));
        return supplier(
                bench,
                "fund",
                "Fund",
                owner("kind", "undisclosed", "equity", "40%", "votes", "40%"),
                owner("kind", "person", "name", "Bo", "equity", "60%", "votes", "60%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "interest('Huawei', component.supplier, 'equity', asOf).reaches(1, 1) ; top ; TRUE",
                "interest('republic', component.supplier, 'equity', asOf).reaches(1, 1) ; sub ; TRUE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(1, 2) ; joint ; UNKNOWN",
                "interest('Huawei', component.supplier, 'equity', asOf).reaches(1, 2) ; joint ; TRUE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(61, 100) ; joint ; FALSE",
                "interest('top Ltd', component.supplier, 'votes', asOf).reaches(1, 2) ; joint ; TRUE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(5, 100) ; listed ; FALSE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(4, 100) ; listed ; UNKNOWN",
                "interest('Ann', component.supplier, 'equity', asOf).over(7, 100) ; listed ; TRUE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(1, 10) ; fund ; UNKNOWN",
                "interest('Huawei', component.supplier, 'equity', asOf).over(4, 10) ; fund ; FALSE",
                "interest('Huawei', component.supplier, 'equity', asOf).over(0, 1) ; late ; FALSE",
                "interest('Huawei', component.supplier, 'equity', addDays(asOf, 1)).over(9, 10) ; late ; TRUE",
                "controls('Huawei', component.supplier, asOf) ; sub ; TRUE",
                "controls('Huawei', component.supplier, asOf) ; joint ; FALSE",
                "controls('REPUBLIC', component.supplier, asOf) ; sub ; TRUE",
                "controls(component.supplier, component.supplier, asOf) ; fund ; TRUE",
                "related('Huawei', component.supplier, 1, 10, asOf) ; joint ; TRUE",
                "related('Huawei', component.supplier, 1, 10, asOf) ; listed ; FALSE",
                "related('Huawei', component.supplier, 1, 10, asOf) ; fund ; UNKNOWN",
                "related('Huawei', component.supplier, 4, 10, asOf) ; fund ; FALSE",
                "related('Nokia', component.supplier, 1, 10, asOf) ; listed ; FALSE",
                "related('Huawei', component.supplier, 1, 10, asOf) ; late ; FALSE",
                "related('Huawei', component.supplier, 1, 10, addDays(asOf, 1)) ; late ; TRUE",
                "ultimate(component.supplier, asOf).group == 'Huawei' ; sub ; TRUE",
                "ultimate(component.supplier, asOf) == component.supplier ; top ; TRUE",
                "ultimate(component.supplier, asOf) == component.supplier ; joint ; TRUE",
                "ultimate(component.supplier, asOf) == component.supplier ; fund ; TRUE",
            })
    void of_known_and_unknown_owners(String condition, String component, Truth truth) {
        assertThat(bench().truth(condition, component)).isEqualTo(truth);
    }

    @Test
    void a_third_that_holds_part_of_both_relates_them() {
        Bench bench = new Bench();
        supplier(bench, "a", "A", owner("kind", "person", "name", "Ann", "equity", "11%", "controls", false));
        supplier(bench, "b", "B", owner("kind", "person", "name", "ANN", "equity", "12%", "controls", false));
        supplier(bench, "c", "C", owner("kind", "undisclosed", "equity", "20%", "controls", false));
        supplier(bench, "d", "D", owner("kind", "undisclosed", "equity", "9%", "controls", false));
        assertThat(bench.truth("related('A', component.supplier, 1, 10, asOf)", "b"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("related('A', component.supplier, 11, 100, asOf)", "b"))
                .isEqualTo(Truth.FALSE);
        assertThat(bench.truth("related('A', component.supplier, 1, 10, asOf)", "c"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(bench.truth("related('A', component.supplier, 1, 10, asOf)", "d"))
                .isEqualTo(Truth.FALSE);
        assertThat(bench.truth("related('D', component.supplier, 1, 10, asOf)", "a"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void two_who_control_together_and_a_chain_that_ends_in_the_dark_leave_the_top_unknown() {
        Bench bench = new Bench();
        supplier(bench, "x", "X", owner("kind", "entity", "name", "Holding", "controls", true));
        supplier(
                bench,
                "y",
                "Y",
                owner("kind", "person", "name", "Ann", "controls", true),
                owner("kind", "person", "name", "Bo", "controls", true));
        bench.component("z", Map.of("supplier", "z")).with(Kind.SUPPLIER, "z", Map.of("name", "Z"));
        for (String id : List.of("x", "y", "z")) {
            Explanation.ClauseTrace asked = bench.ask("ultimate(component.supplier, asOf) == component.supplier", id);
            assertThat(asked.truth()).isEqualTo(Truth.UNKNOWN);
            assertThat(asked.missing()).containsExactly("supplier/" + id + "/owners");
        }
        assertThat(bench.truth("known(ultimate(component.supplier, asOf).group)", "x"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void an_unknown_interest_names_what_is_missing() {
        assertThat(bench().ask("interest('Huawei', component.supplier, 'equity', asOf).over(1, 10)", "fund")
                        .missing())
                .containsExactly("supplier/fund/owners");
        assertThat(bench().explain("component", "fund", "related('Huawei', component.supplier, 1, 10, asOf)")
                        .missing())
                .extracting(Explanation.Missing::question)
                .containsExactly("Who owns it, with which shares of capital and votes, since when?");
        assertThat(bench().ask("related('Huawei', component.supplier, 1, 10, asOf)", "sub")
                        .facts())
                .extracting(Explanation.FactUsed::path)
                .contains("supplier/sub/owners", "supplier/top/group")
                .doesNotContain("supplier/listed/name", "supplier/listed/group");
    }

    @Test
    @Timeout(20)
    void a_long_chain_and_a_wide_net_are_followed_to_their_end() {
        Bench bench = new Bench();
        for (int i = 0; i < MANY; i++) {
            Object[] owners = i == 0
                    ? new Object[] {}
                    : new Object[] {
                        owner(
                                "kind",
                                "entity",
                                "entity",
                                "s" + (i - 1),
                                "equity",
                                "50%",
                                "votes",
                                "50%",
                                "controls",
                                false),
                        owner(
                                "kind",
                                "entity",
                                "entity",
                                "s" + i / 2,
                                "equity",
                                "7/23",
                                "votes",
                                "1/3",
                                "controls",
                                false)
                    };
            supplier(bench, "s" + i, "G" + i, owners);
        }
        String last = "s" + (MANY - 1);
        assertThat(bench.truth("interest('G0', component.supplier, 'equity', asOf).over(1, 1000)", last))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("controls('G0', component.supplier, asOf)", last))
                .isEqualTo(Truth.FALSE);
        assertThat(bench.truth("ultimate(component.supplier, asOf) == component.supplier", last))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    @Timeout(20)
    void a_tangle_of_cross_holdings_is_given_up_and_said_to_be_open() {
        Bench bench = new Bench();
        int size = 36;
        for (int i = 0; i < size; i++) {
            List<Object> owners = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    owners.add(owner("kind", "entity", "entity", "s" + j, "equity", "1/100", "votes", "1/100"));
                }
            }
            supplier(bench, "s" + i, "G" + i, owners.toArray());
        }
        Explanation.ClauseTrace asked = bench.ask("related('G0', component.supplier, 9, 10, asOf)", "s7");
        assertThat(asked.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.missing()).contains("supplier/s7/owners");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interest('A', component.supplier, 'capital', asOf).over(1, 2) | asks for 'equity' or 'votes'",
                "interest('A', component.supplier, component.category, asOf).over(1, 2) | asks for 'equity' or 'votes'",
                "interest('A', component, 'votes', asOf).over(1, 2) | no matching overload for 'interest'",
                "interest('A', component.supplier, 'votes', asOf).swapsTo(1, 2) == 1 | no matching overload",
                "related(component.supplier, component.hardware.maker, 10, 10, asOf) | a part below the whole",
            })
    void a_wrong_argument_is_refused(String condition, String message) {
        assertThatThrownBy(() -> bench().truth(condition, "top"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(message);
    }
}
