package org.assay.engine.internal.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.AgeRow;
import org.assay.engine.dossier.DraftBlock.Case;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.ProcedureCase;
import org.assay.engine.procedure.Undone;

/** Cases by what opened them, in the words of a language. Used by one thread. */
final class CaseBook {
    private final Map<String, Procedure> procedures = new HashMap<>();
    private final Function<String, List<ProcedureCase>> all;
    private final Map<String, Map<String, ProcedureCase>> cases = new HashMap<>();
    private final LocalDate asOf;
    private final String language;

    CaseBook(RulePack pack, Function<String, List<ProcedureCase>> all, LocalDate asOf, String language) {
        pack.procedures().forEach(procedure -> procedures.put(procedure.name(), procedure));
        this.all = all;
        this.asOf = asOf;
        this.language = language;
    }

    /** The case of a procedure that a record opened. */
    Optional<ProcedureCase> find(String procedure, String id) {
        return Optional.ofNullable(cases.computeIfAbsent(procedure, this::read).get(id));
    }

    private Map<String, ProcedureCase> read(String procedure) {
        Map<String, ProcedureCase> read = new HashMap<>();
        all.apply(procedure).forEach(one -> read.put(one.subject().id(), one));
        return read;
    }

    Case told(ProcedureCase one) {
        String state = one.state().orElse(null);
        Procedure.State meant = state == null ? null : states(one.procedure()).get(state);
        boolean ended = meant != null && meant.end();
        LocalDate opened = one.opened();
        LocalDate since = one.since();
        LocalDate until = ended && since != null ? since : asOf;
        CaseClock next = one.ahead().orElse(null);
        return new Case(
                state,
                meant == null ? "" : meant.title().in(language),
                opened,
                ended,
                opened == null ? 0 : ChronoUnit.DAYS.between(opened, until),
                next == null ? null : next.lastDay(),
                next == null ? "" : next.actor(),
                next == null ? "" : next.task().in(language),
                meant == null ? List.of() : overdue(one));
    }

    /** On its last day a task is not overdue yet. */
    private List<DraftBlock.Step> overdue(ProcedureCase one) {
        Procedure procedure = procedures.get(one.procedure());
        return procedure == null
                ? List.of()
                : Undone.of(procedure, one.history()).stream()
                        .filter(step -> step.lastDay().isBefore(asOf))
                        .map(step -> new DraftBlock.Step(
                                step.lastDay(), step.actor(), step.task().in(language)))
                        .distinct()
                        .toList();
    }

    private Map<String, Procedure.State> states(String procedure) {
        Procedure known = procedures.get(procedure);
        return known == null ? Map.of() : known.states();
    }

    /** Some cases counted by state, in the order of the procedure, and age. */
    DraftBlock.Ages ages(Dossier.Table table, List<Case> some) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        states(table.cases())
                .keySet()
                .forEach(state -> counts.put(state, new long[table.ages().size() + 1]));
        for (Case one : some) {
            String state = one.state();
            if (state != null) {
                int place = 0;
                while (place < table.ages().size() && one.age() > table.ages().get(place)) {
                    place++;
                }
                counts.get(state)[place]++;
            }
        }
        List<AgeRow> rows = new ArrayList<>();
        counts.forEach((state, numbers) -> {
            Procedure.State meant = states(table.cases()).get(state);
            List<Long> list = java.util.Arrays.stream(numbers).boxed().toList();
            rows.add(new AgeRow(state, meant.title().in(language), meant.end(), list));
        });
        return new DraftBlock.Ages(table.title().in(language), table.ages(), rows);
    }
}
