package org.assay.engine.internal.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.ProcedureCase;
import org.assay.engine.procedure.ProcedurePacks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String MACHINE =
            """
            procedures:
              trial:
                title: A trial of a component
                source: {act: An act, section: "1", mark: choice}
                opens: [{by: component, when: "component.status == 'in-service'", from: "component.installed", start: OPEN}]
                states:
                  OPEN: {title: open}
                  PASSED: {title: passed, end: true}
                  LATE: {title: late, end: true}
                moves:
                  - {from: OPEN, on: evidence.report, when: "evidenceFor(component, 'report').size() > 0", to: PASSED, actor: office}
                  - {from: OPEN, after: "addMonths(component.firstUse, 2)", to: LATE, actor: operator}
            """;

    private final CompiledPack pack = CompiledPack.of(ProcedurePacks.pack(MACHINE));
    private final CompiledProcedure procedure = pack.procedures().get(0);

    private static Map<String, Object> component(String id, String product, String firstUse) {
        return Map.of(
                "id",
                id,
                "status",
                "in-service",
                "product",
                Map.of("name", product),
                "installed",
                "2026-01-01",
                "firstUse",
                firstUse,
                "removed",
                "never");
    }

    private NetworkFacts facts() {
        RulePack written = pack.pack();
        return TrialRunner.facts(
                written,
                Map.of(
                        "components",
                        List.of(
                                component("a", "One", "2026-10-01"),
                                component("b", "One", "2026-10-01"),
                                component("c", "One", "2026-09-01"),
                                component("d", "Two", "2026-10-01"),
                                component("e", "One", "2026-10-01")),
                        "evidence",
                        List.of(
                                Map.of(
                                        "id",
                                        "r",
                                        "kind",
                                        "report",
                                        "issued",
                                        "2026-10-02",
                                        "scope",
                                        Map.of("products", List.of("Two"))),
                                Map.of(
                                        "id",
                                        "s",
                                        "kind",
                                        "report",
                                        "issued",
                                        "2026-11-30",
                                        "scope",
                                        Map.of("products", List.of("One"))),
                                Map.of(
                                        "id",
                                        "t",
                                        "kind",
                                        "report",
                                        "issued",
                                        "2026-11-20",
                                        "scope",
                                        Map.of("components", List.of("e"))))));
    }

    private Set<ReadKey> read(String id) {
        NetworkFacts facts = facts();
        Stage stage = new Stage(pack, facts, DAY, DAY, Map.of(), Effort.on(facts, () -> false));
        Opener opener = new Opener(stage, new Papers(facts, Set.of("report"), DAY));
        FactRecord record = facts.find(Kind.COMPONENT, id).orElseThrow();
        ReadLog log = new ReadLog();
        stage.watching(
                Kind.COMPONENT,
                id,
                world -> world.observed(Kind.COMPONENT, id, world.fitted(Kind.COMPONENT, record), log.on(world.asOf())),
                () -> opener.open(procedure, procedure.openings().get(0), id));
        return log.keys();
    }

    private List<ProcedureCase> cases(@Nullable SnapshotStore store) {
        NetworkFacts facts = facts();
        Effort effort = Effort.on(facts, () -> false);
        return new Cases(pack, facts, DAY, DAY, Map.of(), effort, store).all();
    }

    @Test
    void aCaseReadsWhatEvidenceConcernsItsComponentAndNotWhichOneItIs() {
        assertThat(read("a"))
                .contains(new ReadKey.On(DAY, new ReadKey.Evidence("report")))
                .doesNotContain(ReadKey.WHOLE);
        assertThat(read("d")).doesNotContain(ReadKey.WHOLE);
    }

    @Test
    void eachComponentHasACaseOfItsOwnAlsoWhereOneStandsForOthers() {
        List<ProcedureCase> cases = cases(new SnapshotStore());
        assertThat(cases)
                .extracting(one -> one.subject().id() + " " + one.state().orElse("?"))
                .containsExactly("a OPEN", "b OPEN", "c LATE", "d PASSED", "e PASSED");
        assertThat(cases).isEqualTo(cases(null));
    }
}
