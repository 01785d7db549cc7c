package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of an audit that a filter lets through, gravest first. A page costs what it shows, wherever it begins. For one
 * thread.
 */
final class VerdictList {
    private final List<Group> groups;
    private final Filters filters;
    private final Cursors cursors;
    private final Map<SubjectIds, SubjectSet> named = new HashMap<>();

    VerdictList(Judged audit, Filters filters) {
        this.filters = filters;
        this.cursors = Cursors.of("verdicts", audit.row().id(), filters.key());
        this.groups = audit.parts().stream()
                .flatMap(part -> part.verdicts().groups().stream())
                .filter(filters::group)
                .sorted(Group.ORDER)
                .toList();
    }

    /** A place in the list: a group, and a subject in it. */
    private record Place(int group, int subject) {
        static final int BITS = 32;

        static Place of(long position) {
            return new Place((int) (position >>> BITS), (int) position);
        }

        long position() {
            return (long) group << BITS | subject;
        }
    }

    /** Visits verdicts until it has seen enough. */
    @FunctionalInterface
    private interface Visitor {
        boolean goOn(Group group, Place place);
    }

    long total() {
        return groups.stream()
                .mapToLong(group ->
                        filters.anySubject() ? group.count() : subjects(group).size())
                .sum();
    }

    private SubjectSet subjects(Group group) {
        SubjectSet all = group.subjects();
        return filters.anySubject() ? all : all.and(named(group));
    }

    private SubjectSet named(Group group) {
        SubjectIds ids = group.matrix().subjectsOf(group.row());
        return named.computeIfAbsent(ids, filters::named);
    }

    Page<Ruling> page(PageRequest request) {
        Long position = cursors.readNumber(request.cursor());
        List<Ruling> items = new ArrayList<>();
        @Nullable Place[] next = new Place[1];
        walk(position == null ? new Place(0, 0) : Place.of(position), (group, place) -> {
            if (items.size() == request.limit()) {
                next[0] = place;
                return false;
            }
            return items.add(group.ruling(place.subject()));
        });
        Place last = next[0];
        return new Page<>(items, last == null ? null : cursors.write(last.position()), total());
    }

    void forEach(Consumer<Ruling> sink) {
        walk(new Place(0, 0), (group, place) -> {
            sink.accept(group.ruling(place.subject()));
            return true;
        });
    }

    private void walk(Place start, Visitor visitor) {
        for (int number = start.group(); number < groups.size(); number++) {
            Group group = groups.get(number);
            int first = number == start.group() ? start.subject() : 0;
            PrimitiveIterator.OfInt subjects = subjects(group).from(first);
            while (subjects.hasNext()) {
                if (!visitor.goOn(group, new Place(number, subjects.nextInt()))) {
                    return;
                }
            }
        }
    }
}
