package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.jspecify.annotations.Nullable;

/**
 * From which day on records move the cases of procedures, where that is later than the day on which they came. It is the same
 * for all cases and on every day that one looks, so each record is asked once. Used by one thread.
 */
final class Deferral {
    private static final Comparator<Later> ORDER =
            Comparator.comparing(Later::first).thenComparing(Later::id);

    private final Stage stage;
    private final Map<Asked, Compiled.Result> known = new HashMap<>();

    /** A record of which the day was asked for a procedure. */
    private record Asked(String procedure, String id) {}

    /**
     * What may move a case, by the day on which it does.
     *
     * @param events in their order; those without a day come last
     * @param later those that take effect after the day of the audit, by day
     */
    record Placed(List<Papers.Event> events, List<Later> later) {}

    /**
     * A record that came, and that takes effect after the day of the audit.
     *
     * @param id its id
     * @param first the first day on which it can
     * @param day the day on which it does; null where only the first one is known
     */
    record Later(String id, LocalDate first, @Nullable LocalDate day) {}

    Deferral(Stage stage) {
        this.stage = stage;
    }

    /** Puts records in the places of the days from which they take effect. */
    Placed place(CompiledProcedure procedure, List<Papers.Event> came) {
        if (procedure.effective().isEmpty()) {
            return new Placed(came, List.of());
        }
        List<Papers.Event> events = new ArrayList<>();
        List<Later> later = new ArrayList<>();
        for (Papers.Event event : came) {
            Compiled day = procedure.effective().get(event.kind());
            if (day == null) {
                events.add(event);
            } else {
                place(event, result(procedure, event, day), events, later);
            }
        }
        events.sort(Papers.Event.ORDER);
        later.sort(ORDER);
        return new Placed(events, later);
    }

    private void place(Papers.Event event, Compiled.Result result, List<Papers.Event> events, List<Later> later) {
        DueDay due = DueDay.of(result);
        LocalDate earliest = due.earliest();
        if (!result.error().isEmpty()) {
            events.add(event.broken(result.error()));
        } else if (earliest != null && earliest.isAfter(stage.asOf())) {
            later.add(new Later(event.id(), earliest, due.day()));
        } else if (due.day() == null) {
            events.add(event.undated(due.missing()));
        } else {
            events.add(event.notBefore(due.day()));
        }
    }

    private Compiled.Result result(CompiledProcedure procedure, Papers.Event event, Compiled day) {
        return known.computeIfAbsent(
                new Asked(procedure.procedure().name(), event.id()),
                asked -> day.run(stage.came(asked.id(), Papers.day(event.record()))));
    }
}
