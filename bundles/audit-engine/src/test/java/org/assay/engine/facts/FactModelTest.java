package org.assay.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactModelTest {
    private static final FactModel CORE = FactModel.core();

    @Test
    void every_kind_has_fields_and_an_id_that_is_required() {
        for (Kind kind : Kind.values()) {
            assertThat(CORE.type(kind).field(kind.idField()))
                    .as(kind.word())
                    .hasValueSatisfying(field -> assertThat(field.required()).isTrue());
        }
    }

    @Test
    void a_field_has_its_type_format_and_order() {
        RecordType evidence = CORE.type(Kind.EVIDENCE);
        assertThat(evidence.fields().get("document").format()).isEqualTo(TextFormat.SHA256);
        assertThat(evidence.fields().get("about").type())
                .isEqualTo(new FactType.ListOf(new FactType.Ref(Kind.EVIDENCE), false));
        assertThat(((FactType.ListOf) evidence.fields().get("terms").type()).ordered())
                .isTrue();
    }

    @Test
    void a_date_that_is_absent_has_not_happened_while_the_status_says_so() {
        assertThat(component(Map.of("status", "ordered")).isUnhappened("firstUse"))
                .isTrue();
        assertThat(component(Map.of("status", "in-service")).isUnhappened("firstUse"))
                .isFalse();
        assertThat(component(Map.of()).isUnhappened("firstUse")).isFalse();
        assertThat(component(Map.of()).isUnhappened("removed")).isTrue();
        assertThat(component(Map.of("status", "removed")).isUnhappened("removed"))
                .isFalse();
        assertThat(component(Map.of()).isUnhappened("plannedRemoval")).isTrue();
        assertThat(component(Map.of()).isUnhappened("ordered")).isFalse();
        assertThat(component(Map.of("removed", LocalDate.of(2026, 1, 1))).isUnhappened("removed"))
                .isFalse();
    }

    @Test
    void a_missing_fact_has_a_question() {
        Ask ask = CORE.ask("component", "c1", "software.version");
        assertThat(ask.of()).isEqualTo("operator");
        assertThat(ask.question()).isEqualTo("Which software version runs on it?");
        assertThat(ask.question("de")).isNotEqualTo(ask.question()).endsWith("?");
        assertThat(ask.question("nl")).isEqualTo(ask.question());
        assertThat(CORE.ask("supplier", "s1", "owners.equity").question()).startsWith("Who owns it");
        assertThat(CORE.ask("component", "c1", "product.name").question())
                .isEqualTo("Which product is it, by brand and name?");
        assertThat(CORE.ask("evidence.certificate", "e1", "issued").question()).isEqualTo("When was it issued?");
    }

    @Test
    void a_declared_fact_has_its_own_question_or_a_generic_one() {
        Ask ask = new Ask("authority", "Is it listed?");
        FactModel model = CORE.withDeclarations(
                "x", List.of(fact("supplier", "listed", "bool", ask), fact("supplier", "size", "int", null)));
        assertThat(model.ask("supplier", "s1", "facts.x.listed")).isEqualTo(ask);
        assertThat(model.ask("supplier", "s1", "facts.x.size").question())
                .isEqualTo("What is facts.x.size of supplier s1?");
    }

    @Test
    void facts_on_a_kind_of_evidence_come_with_those_on_all_evidence() {
        FactModel model = CORE.withDeclarations(
                "x",
                List.of(fact("evidence", "seal", "text", null), fact("evidence.certificate", "level", "int", null)));
        assertThat(model.declared("x", "evidence.certificate").fields()).containsOnlyKeys("seal", "level");
        assertThat(model.declared("x", "evidence.report").fields()).containsOnlyKeys("seal");
        assertThat(model.declared("y", "evidence.report").fields()).isEmpty();
    }

    @Test
    void a_declaration_twice_or_on_nothing_is_refused() {
        DeclaredFact fact = fact("supplier", "listed", "bool", null);
        assertThatIllegalArgumentException().isThrownBy(() -> CORE.withDeclarations("x", List.of(fact, fact)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CORE.withDeclarations("x", List.of(fact("person", "listed", "bool", null))))
                .withMessageContaining("'person'");
    }

    @Test
    void an_audit_sees_declared_facts_typed_and_without_what_does_not_fit() {
        FactModel model = CORE.withDeclarations(
                "x",
                List.of(
                        fact("component", "day", "date", null),
                        fact("component", "parts", "list[record{name: text, share: share}]", null),
                        fact("component", "count", "int", null)));
        Map<String, Object> plain = Map.of(
                "day",
                "2026-02-01",
                "parts",
                List.of(Map.of("name", "a", "share", "50%")),
                "count",
                "three",
                "other",
                1L);
        FactRecord record =
                new FactRecord(CORE.type(Kind.COMPONENT), Map.of("id", "c"), Map.of("x", plain, "y", plain));
        NetworkFacts facts =
                new NetworkFacts(Map.of(Kind.COMPONENT, new TreeMap<>(Map.of("c", record))), new TreeSet<>());

        FactRecord seen = model.fit(facts).find(Kind.COMPONENT, "c").orElseThrow();

        assertThat(seen.regimeFacts()).containsOnlyKeys("x");
        assertThat(seen.factsOf("x")).containsOnlyKeys("day", "parts").containsEntry("day", LocalDate.of(2026, 2, 1));
        FactRecord part = (FactRecord) ((List<?>) seen.factsOf("x").get("parts")).get(0);
        assertThat(part.get("share")).contains(Fraction.of(1, 2));
        assertThat(model.fit(model.fit(facts))).isEqualTo(model.fit(facts));
    }

    private static FactRecord component(Map<String, Object> values) {
        return new FactRecord(CORE.type(Kind.COMPONENT), values);
    }

    private static DeclaredFact fact(String on, String name, String type, @Nullable Ask ask) {
        return new Fact(on, name, FactTypes.parse(type, CORE.named()), ask);
    }

    private record Fact(String on, String name, FactType type, @Nullable Ask ask) implements DeclaredFact {}
}
