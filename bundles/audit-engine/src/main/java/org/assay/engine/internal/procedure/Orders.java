package org.assay.engine.internal.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * In which orders records may have come of which nothing tells the order: those of one day of issue and one day of coming, none
 * of which is about another. Stateless.
 */
final class Orders {
    /** Of more records each one is tried as the first and as the last. */
    private static final int ALL = 4;

    /** Of still more, only the order of the ids and its reverse. */
    private static final int EACH = 16;

    private Orders() {}

    /** The records in runs: of those in one run the order is not known. */
    static List<List<Papers.Event>> runs(List<Papers.Event> events) {
        List<List<Papers.Event>> runs = new ArrayList<>();
        for (Papers.Event event : events) {
            List<Papers.Event> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && event.day() != null && last.get(0).sameTime(event)) {
                last.add(event);
            } else {
                runs.add(new ArrayList<>(List.of(event)));
            }
        }
        return runs;
    }

    /** The orders to try, first the one of the ids; one only where nothing is open. */
    static List<List<Papers.Event>> of(List<Papers.Event> run) {
        if (run.size() == 1) {
            return List.of(run);
        }
        List<List<Papers.Event>> orders = new ArrayList<>();
        if (run.size() <= ALL) {
            permute(run, new ArrayList<>(), orders);
            return orders;
        }
        orders.add(run);
        if (run.size() > EACH) {
            List<Papers.Event> reversed = new ArrayList<>(run);
            Collections.reverse(reversed);
            orders.add(reversed);
            return orders;
        }
        for (Papers.Event event : run) {
            List<Papers.Event> others = new ArrayList<>(run);
            others.remove(event);
            List<Papers.Event> first = new ArrayList<>(others);
            first.add(0, event);
            orders.add(first);
            others.add(event);
            orders.add(others);
        }
        return orders;
    }

    private static void permute(List<Papers.Event> run, List<Papers.Event> begin, List<List<Papers.Event>> orders) {
        if (begin.size() == run.size()) {
            orders.add(List.copyOf(begin));
            return;
        }
        for (Papers.Event event : run) {
            if (!begin.contains(event)) {
                List<Papers.Event> longer = new ArrayList<>(begin);
                longer.add(event);
                permute(run, longer, orders);
            }
        }
    }
}
