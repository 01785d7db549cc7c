package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.CapView;
import org.assay.engine.eval.CapView.Swap;
import org.jspecify.annotations.Nullable;

/** A share of the whole network over its limit, and the components whose replacement brings it under. */
public record CapJson(
        String regime,
        String requirement,
        SubjectJson subject,
        int clause,
        boolean deciding,
        String measure,
        List<String> group,
        @Nullable String key,
        String weight,
        String share,
        String limit,
        boolean allowed,
        String after,
        @Nullable String due,
        @Nullable Long perMonth,
        int swaps,
        List<Component> components,
        List<String> missing) {

    /** From what core knows, with the first components of many. */
    public static CapJson of(CapView view, int most) {
        var cap = view.cap();
        return new CapJson(
                view.regime(),
                cap.requirement(),
                SubjectJson.of(cap.subject()),
                cap.clause() + 1,
                cap.deciding(),
                cap.measure(),
                cap.group(),
                Words.orNone(cap.key()),
                cap.weight(),
                cap.share(),
                cap.limit(),
                cap.allowed(),
                cap.after(),
                Words.day(cap.due()),
                cap.perMonth(),
                cap.swaps().size(),
                cap.swaps().stream().limit(most).map(Component::of).toList(),
                cap.missing());
    }

    /** Tells it from every other of its audit. */
    public String name() {
        return String.join(" ", regime, requirement, measure, group.toString(), String.valueOf(key), weight, limit)
                + allowed;
    }

    /** A component to replace. */
    public record Component(
            String id,
            String weight,
            @Nullable String due,
            @Nullable String endOfSupport,
            @Nullable String plannedRemoval) {
        static Component of(Swap swap) {
            return new Component(
                    swap.component(),
                    swap.weight(),
                    Words.day(swap.due()),
                    Words.day(swap.endOfSupport()),
                    Words.day(swap.plannedRemoval()));
        }
    }
}
