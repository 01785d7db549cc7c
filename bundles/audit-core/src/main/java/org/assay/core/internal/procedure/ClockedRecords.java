package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.CaseView;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/**
 * The days for which clocks of cases ask for something, with the records that the cases are of and were moved by: what a
 * clock tells of a record of evidence, or of a component, is not told again by its fields or by a verdict on it. Immutable.
 */
final class ClockedRecords {
    private final Set<List<Object>> days = new HashSet<>();
    private final Set<List<Object>> missed = new HashSet<>();
    private final Set<String> opening = new HashSet<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> outlived = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, Severity> weights = new HashMap<>();
    private final NetworkFacts facts;

    /**
     * What they tell.
     *
     * @param facts those they were replayed from
     */
    ClockedRecords(List<CaseView> cases, NetworkFacts facts) {
        this.facts = facts;
        for (CaseView one : cases) {
            Stream.concat(one.clocks().stream(), one.overdue().stream())
                    .filter(CaseView.Clock::asks)
                    .forEach(clock -> add(one, clock.lastDay()));
            opening.add(one.subject().id());
            if (!one.ended() || one.breach()) {
                running.add(one.subject().id());
            }
            one.overdue().forEach(clock -> missed.add(List.of(one.subject().id(), clock.lastDay())));
            one.history().forEach(move -> follow(one, move.evidence()));
            weigh(one);
        }
    }

    /** The record that opened it, and those that moved it; a procedure that does not say how grave it is says nothing of them. */
    private void weigh(CaseView one) {
        Severity said = one.severity();
        if (said != null) {
            weights.merge(one.subject().id(), said, ClockedRecords::graver);
            one.history().forEach(move -> weights.merge(move.evidence(), said, ClockedRecords::graver));
        }
    }

    private static Severity graver(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What came in a case: it is over with the case, where that ended without a breach by something else. */
    private void follow(CaseView one, String id) {
        if (!id.isEmpty() && !id.equals(one.subject().id())) {
            (isAbout(id, one.subject().id()) && isOutlived(one, id) ? outlived : followed).add(id);
        }
    }

    private boolean isAbout(String id, String subject) {
        return facts.find(Kind.EVIDENCE, id)
                .map(record -> record.list("about"))
                .filter(about -> about.contains(subject))
                .isPresent();
    }

    /** What a clock ended may be what the record gave, such as a grant from a later day; unless what opened the case has ended. */
    private boolean isOutlived(CaseView one, String id) {
        CaseView.Move last = one.history().get(one.history().size() - 1);
        boolean brought = !last.evidence().isEmpty() && !last.evidence().equals(id);
        return one.ended()
                && !one.breach()
                && (brought || hasEndedBy(one.subject().id(), last.day()));
    }

    private boolean hasEndedBy(String id, @Nullable LocalDate day) {
        return facts.find(Kind.EVIDENCE, id)
                .flatMap(record -> record.get("ended"))
                .map(LocalDate.class::cast)
                .filter(ended -> day != null && !ended.isAfter(day))
                .isPresent();
    }

    /** A day for which a case asks for something. */
    private record Asked(String regime, String procedure, Subject subject, LocalDate day) {}

    private void add(CaseView one, LocalDate day) {
        asked.add(new Asked(one.regime(), one.procedure(), one.subject(), day));
        add(one.regime(), one.subject().id(), day);
        one.history().forEach(move -> add(one.regime(), move.evidence(), day));
        named(one.subject().id()).ifPresent(id -> days.add(List.of(one.regime(), id, day)));
    }

    /** The records of evidence that name a component, and of which a case asks for something by a day. */
    Stream<FactRecord> openedFor(String component, LocalDate day) {
        return asked.stream()
                .filter(one -> one.day().equals(day))
                .flatMap(one -> facts.find(Kind.EVIDENCE, one.subject().id()).stream())
                .filter(record -> components(record).contains(component));
    }

    private static List<?> components(FactRecord evidence) {
        return evidence.get("scope")
                .map(FactRecord.class::cast)
                .map(scope -> scope.list("components"))
                .orElse(List.of());
    }

    /** The component that the record which opened a case names, if it names no other one. */
    private Optional<String> named(String id) {
        List<?> components = facts.find(Kind.EVIDENCE, id)
                .<List<?>>map(ClockedRecords::components)
                .orElse(List.of());
        return components.size() == 1 ? Optional.of(String.valueOf(components.get(0))) : Optional.empty();
    }

    private void add(String regime, String id, LocalDate day) {
        days.add(List.of(id, day));
        days.add(List.of(regime, id, day));
    }

    /** Whether a clock of any regime tells the day of a record of evidence. */
    boolean tell(String id, LocalDate day) {
        return days.contains(List.of(id, day));
    }

    /** Whether the case that a record opened tells as overdue what was to be done by a day. */
    boolean missed(String id, LocalDate day) {
        return missed.contains(List.of(id, day));
    }

    /**
     * Whether a record opened cases, and each of them ended without a breach: lifted, revoked or done with; or it opened none, and is
     * about what opened such cases, and came in them before something else ended them.
     */
    boolean isOver(String id) {
        return opening.contains(id) ? !running.contains(id) : outlived.contains(id) && !followed.contains(id);
    }

    /** How grave a procedure says it is to miss a day, of the cases that a record opened or moved: the gravest of several. */
    Optional<Severity> severity(String id) {
        return Optional.ofNullable(weights.get(id));
    }

    /** Whether a case of a procedure asks for a day; where both are of one kind, it is the case of that very subject. */
    boolean tell(String regime, String procedure, Subject subject, LocalDate day) {
        return asked.stream()
                .filter(one -> one.regime().equals(regime) && one.procedure().equals(procedure))
                .filter(one -> one.day().equals(day))
                .anyMatch(one -> !one.subject().kind().equals(subject.kind())
                        || one.subject().equals(subject));
    }

    /** Whether a clock of a regime does. */
    boolean tell(String regime, String id, LocalDate day) {
        return days.contains(List.of(regime, id, day));
    }
}
