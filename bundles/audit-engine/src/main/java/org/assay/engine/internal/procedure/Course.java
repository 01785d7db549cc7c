package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.procedure.CaseMove;
import org.jspecify.annotations.Nullable;

/**
 * How far one case has come on one of the ways it may have gone. Immutable.
 *
 * @param state where it is
 * @param entered since when; null where that is not known
 * @param names the ids of the records kept, by name
 * @param changed evidence that moves made or changed, by id
 * @param passed the clocks of the present state that will not strike any more
 * @param doubts the missing facts for which it may have gone otherwise
 * @param history its moves
 * @param error what broke; empty where nothing did
 */
record Course(
        String state,
        @Nullable LocalDate entered,
        Map<String, String> names,
        Map<String, FactRecord> changed,
        Set<Integer> passed,
        SortedSet<String> doubts,
        List<CaseMove> history,
        String error) {
    Course {
        names = Map.copyOf(names);
        changed = Map.copyOf(changed);
        passed = Set.copyOf(passed);
        history = List.copyOf(history);
    }

    /** Where a move leads. */
    Course moved(CaseMove move, Map<String, String> kept, Map<String, FactRecord> evidence) {
        List<CaseMove> longer = new ArrayList<>(history);
        longer.add(move);
        return new Course(move.to(), move.day(), kept, evidence, Set.of(), doubts, longer, error);
    }

    /** The same, but one clock will not strike any more. */
    Course past(int clock) {
        Set<Integer> more = new TreeSet<>(passed);
        more.add(clock);
        return new Course(state, entered, names, changed, more, doubts, history, error);
    }

    /** The same, but it might have gone otherwise. */
    Course doubting(Set<String> missing) {
        SortedSet<String> more = new TreeSet<>(doubts);
        more.addAll(missing);
        return new Course(state, entered, names, changed, passed, more, history, error);
    }

    /** The same, stopped by something that broke. */
    Course broken(String message) {
        return new Course(state, entered, names, changed, passed, doubts, history, message);
    }

    /** What tells it from other courses as to all that may follow. */
    Object key() {
        Map<String, Object> key = new HashMap<>();
        key.put("state", state);
        key.put("entered", entered == null ? "" : entered);
        key.put("names", names);
        key.put("changed", changed);
        key.put("passed", passed);
        key.put("error", error);
        return key;
    }
}
