package org.assay.rest.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.assay.core.ReachView;
import org.assay.engine.consequence.Reached;
import org.jspecify.annotations.Nullable;

/** A site, dependant or partner under one regime, as the API writes it. */
public record ReachJson(
        String regime,
        String kind,
        String id,
        String name,
        @Nullable String sort,
        String state,
        List<SubjectJson> path,
        @Nullable String because,
        int ways,
        List<String> free,
        @Nullable String backup,
        List<MissingJson> missing) {

    /** From what core knows. */
    public static ReachJson of(ReachView view) {
        Reached reached = view.reached();
        return new ReachJson(
                view.regime(),
                reached.kind(),
                reached.id(),
                reached.name(),
                Words.orNone(reached.sort()),
                Words.of(reached.state()),
                reached.path().stream()
                        .map(step -> new SubjectJson(step.kind(), step.id()))
                        .toList(),
                Words.orNone(reached.path().stream()
                        .map(step -> step.kind() + " " + step.id())
                        .collect(Collectors.joining(" -> "))),
                reached.ways(),
                reached.free(),
                Words.orNone(reached.backup()),
                MissingJson.of(reached.asks()));
    }
}
