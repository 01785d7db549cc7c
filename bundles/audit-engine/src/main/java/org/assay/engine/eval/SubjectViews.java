package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.api.Subject;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/** What requirements are about, by kind, as one world sees it. Not thread-safe. */
final class SubjectViews {
    private static final String EVIDENCE = "evidence.";

    private final World world;
    private final Map<String, List<FactView>> byKind = new HashMap<>();
    private final Map<String, Map<String, FactView>> byId = new HashMap<>();

    SubjectViews(World world) {
        this.world = world;
    }

    /** All of a kind; of evidence only what is seen on the day. */
    List<FactView> of(String kind) {
        return byKind.computeIfAbsent(
                kind,
                k -> k.startsWith(EVIDENCE)
                        ? world.joins().visible(k.substring(EVIDENCE.length()))
                        : new ArrayList<>(world.all(Kind.ofWord(k))));
    }

    /** One of them; null where there is none. All but evidence is looked up: to list it would make a view of each. */
    @Nullable
    FactView find(Subject subject) {
        if (subject.kind().startsWith(EVIDENCE)) {
            return byId.computeIfAbsent(subject.kind(), kind -> of(kind).stream()
                            .collect(Collectors.toMap(FactView::id, Function.identity())))
                    .get(subject.id());
        }
        Kind kind = Kind.ofWord(subject.kind());
        return world.facts().find(kind, subject.id()).isPresent() ? world.view(kind, subject.id()) : null;
    }
}
