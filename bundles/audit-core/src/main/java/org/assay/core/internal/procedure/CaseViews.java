package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.assay.core.CaseView;
import org.assay.core.Verdict;
import org.assay.engine.facts.Ask;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** Cases with the words of their procedure. */
final class CaseViews {
    private CaseViews() {}

    /**
     * A case.
     *
     * @param asOf the day on which it stands so
     * @param asking whom to ask what for the fact at a path
     */
    static CaseView of(RulePack pack, ProcedureCase one, LocalDate asOf, Function<String, Ask> asking) {
        Procedure procedure = pack.procedures().stream()
                .filter(some -> some.name().equals(one.procedure()))
                .findFirst()
                .orElseThrow();
        String name = one.state().orElse(null);
        Procedure.@Nullable State state =
                name == null ? null : procedure.states().get(name);
        return new CaseView(
                pack.regime(),
                pack.version(),
                procedure.name(),
                procedure.title().byLanguage(),
                procedure.source(),
                procedure.severity(),
                one.subject(),
                name,
                state == null ? Map.of() : state.title().byLanguage(),
                List.copyOf(one.states()),
                state != null && state.end(),
                state != null && state.breach(),
                one.opened(),
                since(one),
                one.history().stream()
                        .map(move -> new CaseView.Move(
                                move.day(), move.from(), move.to(), move.actor(), move.evidence(), move.document()))
                        .toList(),
                one.clocks().stream()
                        .map(clock -> new CaseView.Clock(
                                clock.day(),
                                clock.lastDay(),
                                clock.to(),
                                clock.actor(),
                                clock.task().byLanguage(),
                                Graveness.of(procedure, procedure.moves().get(clock.number())),
                                clock.idle(),
                                clock.missing().stream()
                                        .map(path -> new Verdict.MissingFact(path, asking.apply(path)))
                                        .toList()))
                        .toList(),
                state == null ? List.of() : Overdue.of(procedure, one.history()),
                one.idle().stream()
                        .map(idle -> new CaseView.Idle(
                                idle.evidence(),
                                idle.state(),
                                idle.why().name().toLowerCase(Locale.ROOT),
                                idle.actor(),
                                idle.day()))
                        .toList(),
                List.copyOf(one.missing()),
                List.copyOf(one.undated()),
                OpenStates.question(procedure, one, asOf, asking),
                one.error());
    }

    /** When it came into its state: what only looks at it, or leaves it there, does not begin it anew. */
    private static @Nullable LocalDate since(ProcedureCase one) {
        boolean known = one.state().isPresent() && !one.history().isEmpty();
        return known ? one.history().get(Overdue.entering(one.history())).day() : one.since();
    }
}
