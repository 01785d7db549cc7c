package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.Subject;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledMove;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.IdleRecord;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** One case with all the courses it may have taken. Used by one thread. */
final class CaseRun implements Ran {
    private static final Set<String> BARE = Set.of("id", "kind", "about", "scope", "holder");

    private final Stage stage;
    private final CompiledProcedure procedure;
    private final Subject subject;
    private final Deferral.Placed events;
    private final Replay replay;
    private final Unmoved unmoved = new Unmoved();
    private final List<Course> courses;

    CaseRun(Stage stage, CompiledProcedure procedure, Subject subject, List<Course> start, Deferral.Placed events) {
        this.stage = stage;
        this.procedure = procedure;
        this.subject = subject;
        this.events = events;
        this.replay = new Replay(stage, procedure, subject.id(), unmoved);
        this.courses = replay.run(start, events.events());
    }

    @Override
    public ProcedureCase told() {
        Course course = courses.get(0);
        Set<String> states = courses.stream().map(Course::state).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(withheld(states));
        if (states.size() > 1) {
            missing.addAll(doubts());
        }
        List<CaseMove> history = course.history();
        boolean dated = courses.stream().allMatch(one -> Objects.equals(one.entered(), course.entered()))
                && history.stream().allMatch(move -> move.day() != null);
        return new ProcedureCase(
                procedure.procedure().name(),
                subject,
                history.isEmpty() ? null : history.get(0).day(),
                new TreeSet<>(states),
                courses.stream().allMatch(one -> Objects.equals(one.entered(), course.entered()))
                        ? course.entered()
                        : null,
                history,
                clocks(),
                states.size() > 1 ? turns() : null,
                states.size() > 1 ? courses.stream().map(Course::history).toList() : List.of(),
                idle(course),
                new TreeSet<>(missing),
                dated || states.size() > 1 ? new TreeSet<>() : doubts(),
                courses.stream()
                        .map(Course::error)
                        .filter(error -> !error.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** The facts for which it may have gone one way or another. */
    private SortedSet<String> doubts() {
        SortedSet<String> doubts = new TreeSet<>();
        courses.forEach(one -> doubts.addAll(one.doubts()));
        return doubts;
    }

    private List<IdleRecord> idle(Course course) {
        Set<String> moved = course.history().stream().map(CaseMove::evidence).collect(Collectors.toSet());
        Stream<IdleRecord> before = events.events().stream()
                .map(Papers.Event::id)
                .filter(id -> !moved.contains(id))
                .map(id -> unmoved.of(id, course.state()));
        Stream<IdleRecord> later = later().stream().map(one -> IdleRecord.later(one.id(), course.state(), one.day()));
        return Stream.concat(before, later).toList();
    }

    private @Nullable LocalDate turns() {
        return strikes().stream()
                .map(CaseClock::lastDay)
                .filter(day -> !day.isBefore(stage.asOf()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<CaseClock> clocks() {
        List<Strike> strikes = replay.clocks(courses.get(0));
        boolean alike = courses.stream().map(replay::clocks).allMatch(strikes::equals);
        return alike ? strikes.stream().map(this::clock).toList() : List.of();
    }

    /** Idle only where it is so on each course. */
    private CaseClock clock(Strike strike) {
        List<Guard> guards =
                courses.stream().map(course -> ahead(course, strike)).toList();
        boolean idle = guards.stream().allMatch(guard -> guard.truth() == Truth.FALSE)
                || courses.stream().allMatch(course -> overBefore(course, strike));
        SortedSet<String> missing = new TreeSet<>();
        if (!idle) {
            guards.forEach(guard -> missing.addAll(guard.missing()));
        }
        return strike.of(move(strike).move(), idle, missing);
    }

    /** What the condition of a clock that asks for something will come to on its day. */
    private Guard ahead(Course course, Strike strike) {
        return asks(strike) ? guard(course, strike) : Guard.none();
    }

    private boolean asks(Strike strike) {
        return !move(strike).move().task().isEmpty();
    }

    private Guard guard(Course course, Strike strike) {
        CompiledMove move = move(strike);
        return move.guards().isEmpty()
                ? Guard.none()
                : Replay.guard(move, course, stage.ahead(procedure, course, strike.day()));
    }

    /** Whether a clock before it is sure to end the case, and not in a breach: what would be due after its end is not. */
    private boolean overBefore(Course course, Strike strike) {
        return asks(strike)
                && replay.clocks(course).stream()
                        .takeWhile(other -> Strike.ORDER.compare(other, strike) < 0)
                        .filter(this::ends)
                        .anyMatch(other -> guard(course, other).truth() == Truth.TRUE);
    }

    private boolean ends(Strike strike) {
        Procedure.State state =
                procedure.procedure().states().get(move(strike).move().to());
        return state != null && state.end() && !state.breach();
    }

    private CompiledMove move(Strike strike) {
        return procedure.moves().get(strike.clock());
    }

    @Override
    public List<CaseClock> strikes() {
        return courses.stream()
                .map(replay::clocks)
                .flatMap(List::stream)
                .map(strike -> strike.of(move(strike).move(), false, new TreeSet<>()))
                .toList();
    }

    @Override
    public List<Deferral.Later> later() {
        return events.later();
    }

    /** What could move the case on, and was not delivered. */
    private Set<String> withheld(Set<String> states) {
        return procedure.procedure().moves().stream()
                .filter(move -> !move.isClock() && stage.facts().isNotDelivered(move.on()))
                .filter(move -> move.from().stream().anyMatch(states::contains))
                .map(move -> subject.kind().startsWith(Procedure.EVIDENCE)
                        ? "evidence/" + subject.id() + "/evidence:" + move.on()
                        : subject.kind() + "/" + subject.id() + "/evidence:" + move.on())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, FactRecord> changed() {
        Map<String, FactRecord> all = new HashMap<>();
        Set<String> ids = new TreeSet<>();
        courses.forEach(course -> ids.addAll(course.changed().keySet()));
        for (String id : ids) {
            Set<Object> versions = courses.stream()
                    .map(course -> (Object) course.changed().getOrDefault(id, none(id)))
                    .collect(Collectors.toSet());
            FactRecord some = courses.stream()
                    .map(course -> course.changed().get(id))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            all.put(id, versions.size() == 1 ? some : bare(some));
        }
        return Collections.unmodifiableMap(all);
    }

    private FactRecord none(String id) {
        FactRecord before = stage.facts().find(Kind.EVIDENCE, id).orElse(null);
        return before == null ? new FactRecord(stage.world().schema().type(Kind.EVIDENCE), Map.of()) : before;
    }

    private static FactRecord bare(FactRecord record) {
        Map<String, Object> values = new TreeMap<>(record.values());
        values.keySet().retainAll(BARE);
        return new FactRecord(record.type(), values);
    }
}
