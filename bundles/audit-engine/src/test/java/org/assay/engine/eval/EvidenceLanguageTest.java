package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Kind;
import org.junit.jupiter.api.Test;

/** Evidence as expressions see it. */
class EvidenceLanguageTest {
    private Bench certified() {
        return LanguageTest.bench()
                .with(
                        Kind.EVIDENCE,
                        "e1",
                        Map.of(
                                "kind",
                                "certificate",
                                "issued",
                                LanguageTest.DAY,
                                "scope",
                                Bench.nested("Scope", Map.of("products", List.of("os")))))
                .with(
                        Kind.EVIDENCE,
                        "later",
                        Map.of(
                                "kind", "certificate",
                                "issued", Bench.AS_OF.plusDays(1),
                                "scope", Bench.nested("Scope", Map.of("components", List.of("d")))));
    }

    @Test
    void is_found_by_the_product_that_its_scope_names() {
        assertThat(certified().truth("evidenceFor(component, 'certificate').size() == 1", "d"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void is_in_doubt_for_a_component_whose_product_is_missing() {
        assertThat(certified()
                        .ask("evidenceFor(component, 'certificate').size() == 0", "c")
                        .missing())
                .containsExactly("component/c/product.name");
    }

    @Test
    void of_a_kind_that_was_not_delivered_is_unknown() {
        Bench bench = LanguageTest.bench().notDelivered("waiver");
        assertThat(bench.truth("evidenceFor(component, 'waiver').exists(w, true)", "d"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(LanguageTest.bench().truth("evidenceFor(component, 'waiver').exists(w, true)", "d"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void of_a_kind_whose_absence_says_nothing_is_unknown() {
        assertThat(LanguageTest.bench()
                        .absentUnknown("releaseNote")
                        .ask("evidenceFor(component, 'releaseNote').size() == 0", "d")
                        .missing())
                .containsExactly("component/d/evidence:releaseNote");
    }

    @Test
    void has_the_facts_that_a_pack_declares() {
        Bench bench = LanguageTest.bench()
                .fact("evidence.certificate", "specs", "list[text]")
                .with(
                        Kind.EVIDENCE,
                        "e1",
                        Map.of(
                                "kind",
                                "certificate",
                                "scope",
                                Bench.nested("Scope", Map.of("components", List.of("d")))),
                        Map.of("specs", List.of("33.117")));
        assertThat(bench.truth("evidenceFor(component, 'certificate').exists(e, '33.117' in e.facts.specs)", "d"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void evidence_without_a_scope_leaves_open_what_it_is_for() {
        Bench bench = LanguageTest.bench()
                .with(Kind.EVIDENCE, "e9", Map.of("kind", "certificate", "issued", LanguageTest.DAY));
        assertThat(bench.ask("evidenceFor(component, 'certificate').size() == 0", "d")
                        .missing())
                .containsExactly("evidence/e9/scope");
    }
}
