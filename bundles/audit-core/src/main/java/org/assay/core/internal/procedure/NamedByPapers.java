package org.assay.core.internal.procedure;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.Procedure;

/** The devices and sites that papers name, for a line of the calendar that speaks of papers alone. */
record NamedByPapers(NetworkFacts facts) {
    private static final int SHOWN = 10;

    Deadline in(Deadline one) {
        Set<Subject> names = new LinkedHashSet<>();
        for (Subject subject : one.subjects()) {
            if (subject.kind().equals(Kind.ORDER.word())) {
                facts.find(Kind.ORDER, subject.id())
                        .flatMap(order -> order.text("component"))
                        .ifPresent(id -> names.add(new Subject(Kind.COMPONENT.word(), id)));
            } else if (subject.kind().startsWith(Procedure.EVIDENCE)) {
                collect(subject.id(), names, new HashSet<>());
            } else {
                return one;
            }
        }
        return names.isEmpty() ? one : one.naming(names.stream().limit(SHOWN).toList());
    }

    /** What its scope names; where that is nothing, what the records name that it is about. */
    private void collect(String id, Set<Subject> names, Set<String> seen) {
        Optional<FactRecord> record = seen.add(id) ? facts.find(Kind.EVIDENCE, id) : Optional.empty();
        List<Subject> own = record.flatMap(found -> found.get("scope"))
                .map(FactRecord.class::cast)
                .map(scope -> Stream.concat(
                                named(scope, Kind.COMPONENT, "components"), named(scope, Kind.SITE, "sites"))
                        .toList())
                .orElse(List.of());
        names.addAll(own);
        if (own.isEmpty()) {
            record.ifPresent(
                    found -> found.list("about").forEach(about -> collect(String.valueOf(about), names, seen)));
        }
    }

    private static Stream<Subject> named(FactRecord scope, Kind kind, String field) {
        return scope.list(field).stream().map(id -> new Subject(kind.word(), String.valueOf(id)));
    }
}
