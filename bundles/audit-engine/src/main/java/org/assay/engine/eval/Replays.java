package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.procedure.Cases;
import org.assay.engine.internal.turn.Turns;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a pack's procedures in what was delivered, replayed anew whenever they are asked for.
 *
 * @param terms with every option
 * @param effort what each question may cost
 * @param known to look once at records of which cases are alike; null to look at each one
 */
record Replays(
        CompiledPack pack, NetworkFacts delivered, AuditTerms terms, Effort effort, @Nullable SnapshotStore known) {
    private Cases cases() {
        return new Cases(pack, delivered, terms.asOf(), terms.recordedOn(), terms.options(), effort, known);
    }

    /** Every case. */
    List<ProcedureCase> all() {
        return effort.on(() -> cases().all());
    }

    /** Every case of one procedure. */
    List<ProcedureCase> of(String procedure) {
        return effort.on(() -> cases().of(procedure));
    }

    /** The evidence that they made or changed. */
    SortedMap<String, FactRecord> changed() {
        return pack.procedures().isEmpty() ? Collections.emptySortedMap() : cases().changed();
    }

    /**
     * The next day on which a verdict may change by itself.
     *
     * @param seen the facts with what cases made of them
     * @param within how many days to look ahead
     */
    TurningDay turn(NetworkFacts seen, int within) {
        LocalDate last = terms.asOf().plusDays(within);
        Turns turns = new Turns(pack, seen, terms.recordedOn(), terms.options(), terms.asOf(), last);
        SortedMap<LocalDate, SortedSet<String>> days = effort.on(() -> turns.of(cases()));
        return days.isEmpty()
                ? new TurningDay(last.plusDays(1), List.of())
                : new TurningDay(days.firstKey(), List.copyOf(days.get(days.firstKey())));
    }
}
