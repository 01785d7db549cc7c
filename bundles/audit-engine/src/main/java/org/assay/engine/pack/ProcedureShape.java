package org.assay.engine.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assay.engine.pack.Procedure.Move;

/** What a state machine must be, whatever its expressions say. */
final class ProcedureShape {
    private static final Set<String> RESERVED = Set.of("NONE", "UNKNOWN");

    private final FaultList faults;
    private final Procedure procedure;

    ProcedureShape(FaultList faults, Procedure procedure) {
        this.faults = faults;
        this.procedure = procedure;
    }

    void check() {
        procedure.openings().forEach(opening -> exists(opening.start(), opening.at()));
        for (Move move : procedure.moves()) {
            move.from().forEach(state -> exists(state, move.at()));
            exists(move.to(), move.at());
        }
        procedure.states().forEach(this::exits);
        reach();
        order();
    }

    private void exists(String state, Position at) {
        if (!state.isEmpty() && !procedure.states().containsKey(state)) {
            String hint = Suggest.hint(state, procedure.states().keySet());
            fault("unknown-state", at, "there is no state '" + state + "'", hint);
        }
    }

    /** A state is either an end, or somebody or some day leads out of it. */
    private void exits(String name, Procedure.State state) {
        if (RESERVED.contains(name)) {
            fault("bad-value", state.at(), "'" + name + "' is what a case without a state is called", "Another name");
        }
        boolean left = procedure.moves().stream().anyMatch(move -> move.from().contains(name));
        if (state.end() && left) {
            fault("state-exit", state.at(), "'" + name + "' is an end, but a move leads out of it", "");
        } else if (!state.end() && !left) {
            String hint = "Add a move from it, or say 'end: true'";
            fault("state-exit", state.at(), "nothing leads out of '" + name + "'", hint);
        }
        if (!state.task().isEmpty() && !state.stands()) {
            String hint = "A state has one where it has 'breach: true' and is no end; a clock has its own";
            fault("state-task", state.at(), "'" + name + "' has a task that nobody would be told", hint);
        }
        if (state.severity() != null && !state.stands()) {
            String hint = "A state has one where it has 'breach: true' and is no end; a clock with a task has its own";
            fault("state-severity", state.at(), "'" + name + "' has a severity that says nothing", hint);
        }
    }

    private void reach() {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        procedure.openings().forEach(opening -> next.add(opening.start()));
        while (!next.isEmpty()) {
            String state = next.remove();
            if (reached.add(state)) {
                procedure.moves().stream()
                        .filter(move -> move.from().contains(state))
                        .forEach(move -> next.add(move.to()));
            }
        }
        procedure.states().forEach((name, state) -> {
            if (!reached.contains(name)) {
                fault("unreachable-state", state.at(), "no move leads to '" + name + "'", "Add one, or take it out");
            }
        });
    }

    /** Moves are tried in their order; one that always holds hides those after it, and two equal clocks have no order. */
    private void order() {
        List<Move> moves = procedure.moves();
        for (int i = 0; i < moves.size(); i++) {
            for (int j = i + 1; j < moves.size(); j++) {
                compare(moves.get(i), moves.get(j));
            }
        }
    }

    private void compare(Move earlier, Move later) {
        boolean shared = earlier.from().stream().anyMatch(later.from()::contains);
        boolean always = later.guards().stream()
                .map(Expr::text)
                .toList()
                .containsAll(earlier.guards().stream().map(Expr::text).toList());
        if (!shared || earlier.trigger() != later.trigger() || !always) {
            return;
        }
        if (earlier.isClock() ? sameDay(earlier, later) : earlier.on().equals(later.on())) {
            String message = "the move in line " + earlier.at().line() + " always comes before this one";
            fault("move-order", later.at(), message, "Put it before that one with a 'when', or take it out");
        }
    }

    private static boolean sameDay(Move earlier, Move later) {
        String one = earlier.day() == null ? "" : earlier.day().text();
        return Objects.equals(one, later.day() == null ? "" : later.day().text());
    }

    private void fault(String code, Position at, String message, String hint) {
        faults.add(code, at, "/procedures/" + procedure.name(), message, hint);
    }
}
