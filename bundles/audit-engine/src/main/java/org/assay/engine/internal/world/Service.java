package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a component is in service on a day. */
public final class Service {
    private static final String IN_SERVICE = "in-service";

    private Service() {}

    /**
     * From its dates; its status speaks for the day of the snapshot and later, and a plan is never taken as done.
     *
     * @return a Boolean, or unknown
     */
    public static Object on(FactView component, LocalDate day) {
        if (component.missing().isPresent()) {
            return Unknown.of(component.missing().get());
        }
        boolean statusSpeaks = !day.isBefore(component.world().recordedOn());
        Object status = component.read("status");
        if (statusSpeaks && status instanceof String word && !word.equals(IN_SERVICE)) {
            return false;
        }
        Object firstUse = component.read("firstUse");
        Object removed = component.read("removed");
        if (firstUse instanceof LocalDate first && first.isAfter(day)
                || removed instanceof LocalDate gone && !gone.isAfter(day)) {
            return false;
        }
        boolean knownStart = firstUse instanceof LocalDate || statusSpeaks && status instanceof String;
        if (knownStart && removed instanceof LocalDate) {
            return true;
        }
        List<String> missing = new ArrayList<>();
        Unknown.paths(firstUse).ifPresent(missing::addAll);
        Unknown.paths(removed).ifPresent(missing::addAll);
        return Unknown.of(missing);
    }
}
