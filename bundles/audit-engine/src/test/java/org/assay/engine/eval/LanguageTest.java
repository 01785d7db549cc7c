package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack.Parameter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    static final LocalDate DAY = LocalDate.parse("2026-01-01");

    /** c has a supplier and functions but neither firstUse nor a maker; d has everything. */
    static Bench bench() {
        return new Bench()
                .with(Kind.SUPPLIER, "acme", Map.of("name", "Acme", "group", "Acme", "owners", List.of()))
                .with(Kind.SUPPLIER, "bolt", Map.of("name", "Bolt", "owners", List.of()))
                .with(Kind.SITE, "s", Map.of("region", "North"))
                .component("c", Map.of("supplier", "acme", "functions", List.of("AMF", "SMF"), "status", "in-service"))
                .component(
                        "d",
                        Map.of(
                                "supplier",
                                "acme",
                                "hardware",
                                Bench.nested("Hardware", Map.of("maker", "acme", "model", "m1")),
                                "software",
                                Bench.nested("Software", Map.of("maker", "bolt", "name", "os", "version", "1.2")),
                                "firstUse",
                                DAY,
                                "functions",
                                List.of(),
                                "site",
                                "s",
                                "status",
                                "in-service"))
                .component("o", Map.of("status", "ordered"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "component.firstUse < asOf ; c ; UNKNOWN",
                "component.firstUse < asOf ; d ; TRUE",
                "component.firstUse < asOf ; o ; FALSE",
                "false && component.firstUse < asOf ; c ; FALSE",
                "component.firstUse < asOf && false ; c ; FALSE",
                "component.firstUse < asOf || true ; c ; TRUE",
                "!(component.firstUse < asOf) ; c ; UNKNOWN",
                "component.firstUse == component.firstUse ; c ; UNKNOWN",
                "component.firstUse == date('2026-01-01') ; d ; TRUE",
                "component.firstUse != date('2026-01-01') ; d ; FALSE",
                "'AMF' in component.functions ; c ; TRUE",
                "'UPF' in component.functions ; c ; FALSE",
                "'UPF' in component.functions ; o ; UNKNOWN",
                "component.functions.size() == 0 ; d ; TRUE",
                "component.functions.exists(f, f == 'SMF') ; c ; TRUE",
                "component.functions.all(f, f in ['AMF', 'SMF']) ; c ; TRUE",
                "known(component.firstUse) ; c ; FALSE",
                "known(component.firstUse) ; d ; TRUE",
                "known(component.firstUse) ; o ; FALSE",
                "known(component.site.region) ; c ; FALSE",
                "known(component.site.region) ; d ; TRUE",
                "known(component.hardware.maker.group) ; c ; FALSE",
                "component.site.region == 'North' ; c ; UNKNOWN",
                "component.site.region == 'North' ; d ; TRUE",
                "component.hardware.maker == component.supplier ; c ; UNKNOWN",
                "component.hardware.maker == component.supplier ; d ; TRUE",
                "component.software.maker == component.supplier ; d ; FALSE",
                "component.software.maker.group == 'Bolt' ; d ; UNKNOWN",
                "suppliersOf(component).exists(s, s.group == 'Acme') ; c ; TRUE",
                "suppliersOf(component).exists(s, s.group == 'Other') ; c ; UNKNOWN",
                "suppliersOf(component).all(s, s.group == 'Acme') ; c ; UNKNOWN",
                "suppliersOf(component).all(s, s.group == 'Other') ; c ; FALSE",
                "component.supplier in suppliersOf(component) ; c ; TRUE",
                "suppliersOf(component).size() == 2 ; d ; TRUE",
                "component.plannedRemoval < asOf ; c ; FALSE",
                "component.removed <= asOf ; c ; FALSE",
                "inService(component, asOf) ; c ; TRUE",
                "inService(component, date('2020-01-01')) ; c ; UNKNOWN",
                "inService(component, date('2020-01-01')) ; d ; FALSE",
                "inService(component, asOf) ; o ; FALSE",
                "addMonths(date('2026-08-31'), -2) == date('2026-06-30') ; d ; TRUE",
                "addMonths(date('2024-01-31'), 1) == date('2024-02-29') ; d ; TRUE",
                "days(date('2026-11-21'), date('2026-12-31')) == 40 ; d ; TRUE",
                "atLeast(2, [true, component.firstUse < asOf, true]) ; c ; TRUE",
                "atLeast(2, [true, component.firstUse < asOf, false]) ; c ; UNKNOWN",
                "atLeast(3, [true, component.firstUse < asOf, false]) ; c ; FALSE",
                "atLeast(0, [component.firstUse < asOf]) ; c ; TRUE",
                "minus(component.functions, ['AMF']) == ['SMF'] ; c ; TRUE",
                "controls(component.supplier, component.software.maker, asOf) ; d ; FALSE",
                "controls(component.supplier, component.supplier, asOf) ; d ; TRUE",
                "componentsOf(component.site).exists(x, x == component) ; d ; TRUE",
                "component.site.country.code == 'DE' ; d ; UNKNOWN",
                "network.country.code == 'DE' ; d ; TRUE",
            })
    void gives_the_truth_of_an_expression(String condition, String component, Truth truth) {
        assertThat(bench().truth(condition, component)).isEqualTo(truth);
    }

    @Test
    void names_every_fact_on_which_an_unknown_depends() {
        assertThat(bench().ask("component.firstUse < asOf && component.site.region == 'North'", "c")
                        .missing())
                .containsExactly("component/c/firstUse", "component/c/site");
    }

    @Test
    void asks_the_question_that_the_model_has_for_a_missing_fact() {
        assertThat(bench().explain("component", "c", "component.firstUse < asOf")
                        .missing())
                .containsExactly(
                        new Explanation.Missing("component/c/firstUse", "operator", "When was it first put into use?"));
    }

    @Test
    void tells_which_facts_were_read_with_their_values() {
        assertThat(bench().ask("component.software.version == '1.2' && component.firstUse < asOf", "d")
                        .facts())
                .containsExactly(
                        new Explanation.FactUsed("component/d/software.version", "1.2"),
                        new Explanation.FactUsed("component/d/firstUse", "2026-01-01"));
    }

    @Test
    void a_fact_of_a_record_that_is_not_named_is_unknown_for_that_record() {
        Bench bench = bench().fact("country", "ruleOfLaw", "bool")
                .with(Kind.COUNTRY, "DE", Map.of(), Map.of("ruleOfLaw", true));
        assertThat(bench.ask("component.supplier.seatIn.facts.ruleOfLaw", "c").missing())
                .containsExactly("supplier/acme/seatIn");
        assertThat(bench.truth("network.country.facts.ruleOfLaw", "c")).isEqualTo(Truth.TRUE);
    }

    @Nested
    class Tables {
        private Bench listed() {
            return bench().table("sure", true, List.of(Bench.row("AMF", false), Bench.row("UDM", true)))
                    .table("open", false, List.of(Bench.row("AMF", false)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "reference.sure.exists(r, r.name == 'AMF') | TRUE",
                    "reference.sure.exists(r, r.name == 'UPF') | FALSE",
                    "reference.sure.exists(r, r.name == 'UDM') | UNKNOWN",
                    "reference.open.exists(r, r.name == 'AMF') | TRUE",
                    "reference.open.exists(r, r.name == 'UPF') | UNKNOWN",
                    "reference.sure.on(asOf).exists(r, r.name == 'UDM') | UNKNOWN",
                    "reference.sure.all(r, r.name != 'AMF') | FALSE",
                    "reference.sure.all(r, r.name != 'UDM') | UNKNOWN",
                    "component.functions.exists(f, reference.sure.exists(r, r.name == f)) | TRUE",
                    "component.functions.all(f, reference.sure.exists(r, r.name == f)) | FALSE",
                    "component.functions.all(f, reference.open.exists(r, r.name == f)) | UNKNOWN",
                })
        void a_row_that_is_unsure_or_may_be_lacking_makes_a_match_unknown(String condition, Truth truth) {
            assertThat(listed().truth(condition, "c")).isEqualTo(truth);
        }
    }

    @Nested
    class Defines {
        @Test
        void an_argument_is_not_caught_by_a_variable_of_the_body() {
            Bench bench =
                    bench().define("shares", List.of(new Parameter("text", "g")), "['AMF', 'UPF'].exists(f, f == g)");
            assertThat(bench.truth("component.functions.exists(f, shares(f))", "c"))
                    .isEqualTo(Truth.TRUE);
            assertThat(bench.truth("component.functions.all(f, shares(f))", "c"))
                    .isEqualTo(Truth.FALSE);
        }

        @Test
        void one_may_use_another() {
            Bench bench = bench().define("inner", List.of(new Parameter("component", "x")), "'AMF' in x.functions")
                    .define("outer", List.of(new Parameter("component", "y")), "inner(y) && !('UPF' in y.functions)");
            assertThat(bench.truth("outer(component)", "c")).isEqualTo(Truth.TRUE);
        }

        @Test
        void one_that_calls_itself_is_refused() {
            Bench bench = bench().define("again", List.of(), "again()");
            assertThatThrownBy(() -> bench.truth("again()", "c"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("calls itself");
        }

        @Test
        void one_that_nobody_calls_is_refused_because_it_was_not_checked() {
            Bench bench = bench().define("idle", List.of(), "true");
            assertThatThrownBy(() -> bench.truth("true", "c")).hasMessageContaining("nothing calls the define 'idle'");
        }
    }

    @Test
    void a_group_is_one_name_whatever_its_spelling_and_reaches_along_known_control() {
        Bench bench = bench().with(
                        Kind.SUPPLIER,
                        "sub",
                        Map.of(
                                "name",
                                "Sub",
                                "group",
                                "Other",
                                "owners",
                                List.of(Bench.nested(
                                        "Owner", Map.of("kind", "entity", "entity", "acme", "controls", true)))))
                .component("e", Map.of("supplier", "sub"))
                .component("f", Map.of("supplier", "bolt"));
        assertThat(bench.truth("inGroup(component.supplier, 'ACME Group', asOf)", "c"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("inGroup(component.supplier, 'Acme', asOf)", "e"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("inGroup(component.supplier, 'Bolt', asOf)", "c"))
                .isEqualTo(Truth.FALSE);
        assertThat(bench.truth("inGroup(component.supplier, 'Acme', asOf)", "f"))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void the_suppliers_of_a_network_are_all_that_it_names_also_those_of_no_component() {
        Bench bench = bench().with(Kind.SUPPLIER, "idle", Map.of("name", "Idle", "group", "Idle"));
        assertThat(bench.truth("suppliersIn(network).exists(s, s.group == 'Idle')", "c"))
                .isEqualTo(Truth.TRUE);
        assertThat(bench.truth("suppliersIn(network).exists(s, s.id == 'nobody')", "c"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void an_order_without_an_addressee_may_be_the_operators_own() {
        Bench bench =
                bench().with(Kind.ORDER, "o1", Map.of("authority", "X", "effect", "prohibited", "component", "d"));
        assertThat(bench.ask("ordersFor(operator).exists(o, o.component == component)", "d")
                        .missing())
                .containsExactly("order/o1/addressee");
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "component.frstUse < asOf | undefined field 'frstUse'",
                    "component.firstUse < 5 | no matching overload for '<'",
                    "component.firstUse | where a bool is due",
                    "1.5 < 2.5 | a literal is",
                    "4 / 2 == 2 | undeclared reference to '_/_'",
                    "component.functions.map(f, f) == [] | undeclared reference",
                    "ordersFor(operator).filter(o, true) == [] | undeclared reference",
                    "component.id.matches('a+') | undeclared reference",
                    "component.id + 'x' == 'y' | no matching overload",
                    "has(component.firstUse) | undeclared reference",
                    "component.functions[0] == 'AMF' | undeclared reference",
                    "known(5) | known() takes one fact",
                    "known(component.frstUse) | undefined field 'frstUse'",
                    "component.functions.exists(f, | mismatched input",
                    "reference.nowhere.exists(r, true) | undefined field 'nowhere'",
                    "'gNodeB' in component.functions | 'gNodeB' is called 'gNB'",
                    "component.functions.exists(f, true && f == 'amf') | 'amf' is called 'AMF'",
                    "component.functions.all(f, f in ['SMF', 'gNB-CU']) | 'gNB-CU' is called 'CU'",
                })
        void what_is_not_in_the_language(String condition, String message) {
            assertThatThrownBy(() -> bench().truth(condition, "c"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining(message);
        }

        @Test
        void a_misspelt_field_at_its_line_and_column() {
            assertThatThrownBy(() -> bench().truth("true && component.frstUse < asOf", "c"))
                    .isInstanceOfSatisfying(FaultException.class, refused -> {
                        assertThat(refused.faults()).hasSize(1);
                        assertThat(refused.faults().get(0).line()).isEqualTo(10);
                        assertThat(refused.faults().get(0).column()).isEqualTo(37);
                    });
        }
    }
}
