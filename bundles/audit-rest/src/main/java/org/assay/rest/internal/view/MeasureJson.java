package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.core.MeasureView;
import org.jspecify.annotations.Nullable;

/** A measure as the API writes it. */
public record MeasureJson(String regime, String name, String function, List<Group> groups) {

    /** From what core knows. */
    public static MeasureJson of(MeasureView measure) {
        return new MeasureJson(
                measure.regime(),
                measure.name(),
                measure.function(),
                measure.groups().stream().map(Group::of).toList());
    }

    /** A group of components: its values, and the swaps that would bring a share to 7/20, by weight. */
    public record Group(
            List<String> key, boolean empty, Map<String, String> values, @Nullable Map<String, Integer> swaps) {
        static Group of(MeasureView.Group group) {
            return new Group(
                    group.key(), group.empty(), group.values(), group.swaps().isEmpty() ? null : group.swaps());
        }
    }
}
