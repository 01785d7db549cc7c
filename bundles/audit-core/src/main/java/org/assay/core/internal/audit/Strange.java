package org.assay.core.internal.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.core.StrangeFilter;
import org.assay.core.VerdictFilter;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.Nearest;
import org.assay.engine.matrix.SubjectIds;

/** Finds what a filter names and a finished audit does not have. */
final class Strange {
    /** Of more subjects the word that was meant is not looked for: it takes a comparison with each. */
    private static final int MOST_COMPARED = 20_000;

    private final Judged audit;

    Strange(Judged audit) {
        this.audit = audit;
    }

    /** The first such value: of requirements, then kinds, then subjects. */
    Optional<StrangeFilter> in(VerdictFilter filter) {
        return StrangeFilter.first("requirement", filter.requirements(), this::requirements)
                .or(() -> StrangeFilter.first("kind", filter.kinds(), this::kinds))
                .or(() -> subject(filter));
    }

    private SortedSet<String> requirements() {
        return audit.parts().stream()
                .flatMap(part -> part.matrix().rows().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> kinds() {
        SortedSet<String> known =
                Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toCollection(TreeSet::new));
        audit.parts().forEach(part -> known.addAll(part.matrix().subjects().keySet()));
        return known;
    }

    private Optional<StrangeFilter> subject(VerdictFilter filter) {
        return filter.subjects().stream()
                .sorted()
                .filter(id -> lists().noneMatch(list -> list.find(id) >= 0))
                .findFirst()
                .map(id -> new StrangeFilter("subject", id, near(id)));
    }

    private Optional<String> near(String id) {
        if (lists().mapToLong(SubjectIds::size).sum() > MOST_COMPARED) {
            return Optional.empty();
        }
        return Nearest.of(
                id,
                lists().flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::id))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Stream<SubjectIds> lists() {
        return audit.parts().stream().flatMap(part -> part.matrix().subjects().values().stream());
    }
}
