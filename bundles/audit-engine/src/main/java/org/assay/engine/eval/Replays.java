package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.procedure.Cases;
import org.assay.engine.internal.turn.Turns;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a pack's procedures in what was delivered, replayed anew whenever they are asked for; those that were replayed
 * for what they make of evidence are not again for the days on which they move.
 *
 * @param terms with every option
 * @param effort what each question may cost
 * @param known to look once at records of which cases are alike; null to look at each one
 * @param worked what was found out when those were replayed that work on evidence
 */
record Replays(
        CompiledPack pack,
        NetworkFacts delivered,
        AuditTerms terms,
        Effort effort,
        @Nullable SnapshotStore known,
        Cases.Worked worked) {
    /** Before anything was replayed. */
    Replays(CompiledPack pack, NetworkFacts delivered, AuditTerms terms, Effort effort, @Nullable SnapshotStore known) {
        this(pack, delivered, terms, effort, known, Cases.Worked.NOTHING);
    }

    /** The same, once it is known what cases made of evidence. */
    Replays after(Cases.Worked first) {
        return new Replays(pack, delivered, terms, effort, known, first);
    }

    private Cases cases() {
        return new Cases(pack, delivered, terms.asOf(), terms.recordedOn(), terms.options(), effort, known);
    }

    /** Every case. */
    List<ProcedureCase> all() {
        return effort.on(() -> cases().all());
    }

    /** Every case of a procedure, by its name; what the replays of several share is set up when first needed. */
    Function<String, List<ProcedureCase>> byProcedure() {
        return new Function<>() {
            private @Nullable Cases shared;

            @Override
            public List<ProcedureCase> apply(String procedure) {
                Cases known = shared == null ? cases() : shared;
                shared = known;
                return effort.on(() -> known.of(procedure));
            }
        };
    }

    /** Replays those that work on evidence. */
    Cases.Worked work() {
        return pack.procedures().isEmpty() ? Cases.Worked.NOTHING : effort.on(() -> cases().worked());
    }

    /**
     * The next days on which a verdict may change by itself, as {@link Evaluation#turns}.
     *
     * @param seen the facts with what cases made of them
     * @param within how many days to look ahead
     */
    List<TurningDay> turns(NetworkFacts seen, int within) {
        LocalDate last = terms.asOf().plusDays(within);
        Turns turns = new Turns(pack, seen, terms.recordedOn(), terms.options(), terms.asOf(), last);
        SortedMap<LocalDate, SortedSet<String>> days = effort.on(() -> turns.of(cases().turns(worked.turns())));
        return days.entrySet().stream()
                .map(day -> new TurningDay(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }

    /** The first of them. */
    TurningDay turn(NetworkFacts seen, int within) {
        return turns(seen, within).stream()
                .findFirst()
                .orElse(new TurningDay(terms.asOf().plusDays(within + 1L), List.of()));
    }
}
