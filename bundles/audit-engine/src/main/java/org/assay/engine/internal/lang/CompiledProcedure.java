package org.assay.engine.internal.lang;

import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * A procedure ready to be replayed. Immutable and thread-safe.
 *
 * @param procedure as written
 * @param names the kind of record behind each name that its expressions use
 * @param openings as in the procedure
 * @param effective as in the procedure
 * @param moves as in the procedure
 */
public record CompiledProcedure(
        Procedure procedure,
        Map<String, Kind> names,
        List<CompiledOpening> openings,
        Map<String, Compiled> effective,
        List<CompiledMove> moves) {
    public CompiledProcedure {
        names = Map.copyOf(names);
        openings = List.copyOf(openings);
        effective = Map.copyOf(effective);
        moves = List.copyOf(moves);
    }

    /** Whether anything can move a case that is in a state. */
    public boolean leadsOn(String state) {
        return moves.stream().anyMatch(move -> move.move().from().contains(state));
    }

    /** An opening with its expressions; its guards in their order. */
    public record CompiledOpening(Procedure.Opening opening, List<Compiled> guards, @Nullable Compiled from) {
        public CompiledOpening {
            guards = List.copyOf(guards);
        }
    }

    /** A move with its expressions; its guards in their order. */
    public record CompiledMove(
            Procedure.Move move, @Nullable Compiled day, List<Compiled> guards, List<CompiledEffect> effects) {
        public CompiledMove {
            guards = List.copyOf(guards);
            effects = List.copyOf(effects);
        }
    }

    /** An effect with its expressions. */
    public record CompiledEffect(Procedure.Effect effect, Map<String, Compiled> set, @Nullable Compiled until) {
        public CompiledEffect {
            set = Map.copyOf(set);
        }
    }
}
