package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.api.Subject;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledOpening;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** All cases of a pack's procedures in one snapshot on one day. Used by one thread. */
public final class Cases {
    private static final String EVIDENCE = "evidence.";
    private static final Set<String> BARE = Set.of("id", "kind", "about", "scope", "holder");

    private final Stage stage;
    private final Papers papers;
    private final List<CompiledProcedure> procedures;
    private final SortedMap<LocalDate, String> ahead = new TreeMap<>();

    /**
     * The cases of a snapshot.
     *
     * @param recordedOn the day that its statuses speak for
     * @param options every one
     * @param effort what may be spent on them
     */
    public Cases(
            CompiledPack pack,
            NetworkFacts facts,
            LocalDate asOf,
            LocalDate recordedOn,
            Map<String, Object> options,
            Effort effort) {
        this.stage = new Stage(pack, facts, asOf, recordedOn, options, effort);
        this.procedures = pack.procedures();
        this.papers = new Papers(facts, kinds(pack.pack()), asOf);
    }

    private static Set<String> kinds(RulePack pack) {
        Set<String> kinds = new HashSet<>();
        pack.procedures().forEach(procedure -> {
            kinds.addAll(procedure.kinds());
            procedure.openings().forEach(opening -> kinds.add(opening.subject().replace(EVIDENCE, "")));
        });
        return kinds;
    }

    /** Every case, by procedure and what opened it. */
    public List<ProcedureCase> all() {
        List<ProcedureCase> cases = new ArrayList<>();
        procedures.forEach(procedure -> runs(procedure).forEach(run -> cases.add(run.told())));
        return cases;
    }

    /**
     * The evidence that cases made or changed, by id. Where facts leave open what became of a record, only whom and what it
     * concerns is told of it.
     */
    public SortedMap<String, FactRecord> changed() {
        SortedMap<String, FactRecord> changed = new TreeMap<>();
        procedures.stream()
                .filter(procedure -> procedure.procedure().moves().stream()
                        .anyMatch(move -> !move.effects().isEmpty()))
                .forEach(procedure -> runs(procedure).forEach(run -> changed.putAll(run.changed())));
        return changed;
    }

    /** The days on which cases will move by themselves, or begin, as far as that is known now; with the reason, for people. */
    public SortedMap<LocalDate, String> turns() {
        ahead.clear();
        for (CompiledProcedure procedure : procedures) {
            for (Run run : runs(procedure)) {
                run.strikes()
                        .forEach(clock ->
                                ahead.put(clock.day(), procedure.procedure().name() + " moves to " + clock.to()));
            }
        }
        return new TreeMap<>(ahead);
    }

    /** A snapshot with evidence made or changed: the facts as rules see them. */
    public static NetworkFacts outcome(NetworkFacts facts, SortedMap<String, FactRecord> changed) {
        if (changed.isEmpty()) {
            return facts;
        }
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        records.putAll(facts.records());
        SortedMap<String, FactRecord> evidence = new TreeMap<>(facts.all(Kind.EVIDENCE));
        evidence.putAll(changed);
        records.put(Kind.EVIDENCE, evidence);
        return new NetworkFacts(records, facts.notDelivered());
    }

    private List<Run> runs(CompiledProcedure procedure) {
        List<Run> runs = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CompiledOpening opening : procedure.openings()) {
            for (String id : candidates(procedure, opening)) {
                if (!taken.contains(opening.opening().subject() + "/" + id)) {
                    run(procedure, opening, id, runs, taken);
                }
            }
        }
        return runs;
    }

    private List<String> candidates(CompiledProcedure procedure, CompiledOpening opening) {
        String subject = opening.opening().subject();
        if (subject.startsWith(EVIDENCE)) {
            return papers.ofKind(subject.substring(EVIDENCE.length())).stream()
                    .filter(id -> opening.opening().own() || !papers.isContinuation(procedure.procedure(), id))
                    .toList();
        }
        return List.copyOf(stage.facts().all(Kind.ofWord(subject)).keySet());
    }

    private void run(
            CompiledProcedure procedure, CompiledOpening opening, String id, List<Run> runs, Set<String> taken) {
        String subject = opening.opening().subject();
        boolean evidence = subject.startsWith(EVIDENCE);
        Kind kind = evidence ? Kind.EVIDENCE : Kind.ofWord(subject);
        LocalDate came = evidence ? Papers.day(papers.record(id)) : null;
        RuleContext.Variables variables = stage.opening(opening.opening().keep(), kind, id, came);
        Compiled when = opening.when();
        Compiled.Result opens = when == null ? null : when.run(variables);
        if (opens != null && opens.truth() == Truth.FALSE) {
            return;
        }
        Compiled from = opening.from();
        Compiled.Result begin = from == null ? null : from.run(variables);
        LocalDate day = begin == null ? came : (LocalDate) begin.value();
        if (day != null && day.isAfter(stage.asOf())) {
            ahead.put(day, "a case of " + procedure.procedure().name() + " begins on " + Days.print(day));
            return;
        }
        taken.add(subject + "/" + id);
        Set<String> doubts = new TreeSet<>();
        if (day == null) {
            doubts.addAll(begin == null ? Set.of("evidence/" + id + "/received") : begin.missing());
        }
        CaseMove first = new CaseMove(-1, day, "", opening.opening().start(), "", evidence ? id : "", document(id));
        Course started = new Course(
                first.to(),
                day,
                Map.of(opening.opening().keep(), id),
                Map.of(),
                Set.of(),
                new TreeSet<>(doubts),
                List.of(first),
                broken(opens) + broken(begin));
        List<Course> start = new ArrayList<>(List.of(started));
        if (opens != null && opens.truth() == Truth.UNKNOWN) {
            start = new ArrayList<>(List.of(started.doubting(opens.missing()), none(opens.missing())));
        }
        runs.add(new Run(procedure, new Subject(subject, id), start, events(procedure, kind, id)));
    }

    private static String broken(Compiled.@Nullable Result result) {
        return result == null ? "" : result.error();
    }

    private String document(String id) {
        FactRecord record = papers.record(id);
        return record == null ? "" : record.text("document").orElse("");
    }

    private static Course none(Set<String> missing) {
        return new Course(
                ProcedureCase.NONE, null, Map.of(), Map.of(), Set.of(), new TreeSet<>(missing), List.of(), "");
    }

    private List<Papers.Event> events(CompiledProcedure procedure, Kind kind, String id) {
        Set<String> kinds = new LinkedHashSet<>(procedure.procedure().kinds());
        if (kind == Kind.EVIDENCE) {
            return papers.events(List.of(id), kinds, List.of());
        }
        FactView view = stage.world().view(kind, id);
        List<String> own = new ArrayList<>();
        for (String word : kinds) {
            if (stage.world().joins().evidenceFor(view, word) instanceof List<?> found) {
                found.stream()
                        .map(FactView.class::cast)
                        .filter(one -> one.missing().isEmpty())
                        .forEach(one -> own.add(one.id()));
            }
        }
        return papers.events(List.of(), kinds, own);
    }

    /** One case with all the courses it may have taken. */
    private final class Run {
        private final CompiledProcedure procedure;
        private final Subject subject;
        private final List<Papers.Event> events;
        private final Replay replay;
        private final List<Course> courses;

        Run(CompiledProcedure procedure, Subject subject, List<Course> start, List<Papers.Event> events) {
            this.procedure = procedure;
            this.subject = subject;
            this.events = events;
            this.replay = new Replay(stage, procedure, subject.id());
            this.courses = replay.run(start, events);
        }

        ProcedureCase told() {
            Course course = courses.get(0);
            Set<String> states = courses.stream().map(Course::state).collect(Collectors.toSet());
            Set<String> missing = new TreeSet<>(withheld(states));
            if (states.size() > 1) {
                courses.forEach(one -> missing.addAll(one.doubts()));
            }
            Set<String> moved =
                    course.history().stream().map(CaseMove::evidence).collect(Collectors.toSet());
            List<CaseMove> history = course.history();
            return new ProcedureCase(
                    procedure.procedure().name(),
                    subject,
                    history.isEmpty() ? null : history.get(0).day(),
                    new TreeSet<>(states),
                    courses.size() == 1 ? course.entered() : null,
                    history,
                    clocks(),
                    events.stream()
                            .map(Papers.Event::id)
                            .filter(id -> !moved.contains(id))
                            .toList(),
                    new TreeSet<>(missing),
                    courses.stream()
                            .map(Course::error)
                            .filter(error -> !error.isEmpty())
                            .findFirst()
                            .orElse(""));
        }

        private List<CaseClock> clocks() {
            List<CaseClock> clocks = replay.clocks(courses.get(0));
            return courses.stream().map(replay::clocks).allMatch(clocks::equals) ? clocks : List.of();
        }

        /** The clocks of all courses. */
        List<CaseClock> strikes() {
            return courses.stream().map(replay::clocks).flatMap(List::stream).toList();
        }

        /** What could move the case on, and was not delivered. */
        private Set<String> withheld(Set<String> states) {
            return procedure.procedure().moves().stream()
                    .filter(move -> !move.isClock() && stage.facts().isNotDelivered(move.on()))
                    .filter(move -> move.from().stream().anyMatch(states::contains))
                    .map(move -> subject.kind().startsWith(EVIDENCE)
                            ? "evidence/" + subject.id() + "/evidence:" + move.on()
                            : subject.kind() + "/" + subject.id() + "/evidence:" + move.on())
                    .collect(Collectors.toSet());
        }

        Map<String, FactRecord> changed() {
            Map<String, FactRecord> all = new HashMap<>();
            Set<String> ids = new TreeSet<>();
            courses.forEach(course -> ids.addAll(course.changed().keySet()));
            for (String id : ids) {
                Set<Object> versions = courses.stream()
                        .map(course -> (Object) course.changed().getOrDefault(id, none(id)))
                        .collect(Collectors.toSet());
                FactRecord some = courses.stream()
                        .map(course -> course.changed().get(id))
                        .filter(java.util.Objects::nonNull)
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
    }

    private static FactRecord bare(FactRecord record) {
        Map<String, Object> values = new TreeMap<>(record.values());
        values.keySet().retainAll(BARE);
        return new FactRecord(record.type(), values);
    }
}
