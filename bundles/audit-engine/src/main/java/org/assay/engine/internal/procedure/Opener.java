package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.api.Subject;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledOpening;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** Opens the cases of records, and runs them. Used by one thread. */
final class Opener {
    private final Stage stage;
    private final Papers papers;
    private final Deferral deferral;

    Opener(Stage stage, Papers papers) {
        this.stage = stage;
        this.papers = papers;
        this.deferral = new Deferral(stage);
    }

    /**
     * What an opening makes of a record.
     *
     * @param begins the day after that of the audit on which a case of it begins; null where none will
     * @param run its case; null where it has none
     */
    record Opened(@Nullable LocalDate begins, @Nullable Ran run) {
        private static final Opened NOTHING = new Opened(null, null);
    }

    /** Tries one record. */
    Opened open(CompiledProcedure procedure, CompiledOpening opening, String id) {
        String subject = opening.opening().subject();
        Kind kind = opening.opening().kind();
        boolean evidence = kind == Kind.EVIDENCE;
        LocalDate came = evidence ? Papers.day(papers.record(id)) : null;
        RuleContext.Variables variables = stage.opening(opening.opening().keep(), kind, id, came);
        Guard opens = Guard.of(opening.guards(), guard -> guard.run(variables));
        if (opens.truth() == Truth.FALSE) {
            return Opened.NOTHING;
        }
        Compiled from = opening.from();
        Compiled.Result begin = from == null ? null : from.run(variables);
        DueDay told = begin == null ? null : DueDay.of(begin);
        LocalDate day = told == null ? came : told.day();
        if (day != null && day.isAfter(stage.asOf())) {
            return new Opened(day, null);
        }
        Set<String> doubts = new TreeSet<>();
        if (day == null) {
            doubts.addAll(told == null ? Set.of("evidence/" + id + "/received") : told.missing());
        }
        String document = evidence ? document(id) : "";
        CaseMove first = new CaseMove(
                -1, day, "", opening.opening().start(), opening.opening().actor(), evidence ? id : "", document);
        Course started = new Course(
                first.to(),
                day,
                Map.of(opening.opening().keep(), id),
                Map.of(),
                Set.of(),
                new TreeSet<>(doubts),
                List.of(first),
                opens.error() + (begin == null ? "" : begin.error()));
        List<Course> start = new ArrayList<>(List.of(started));
        if (opens.truth() == Truth.UNKNOWN) {
            start = new ArrayList<>(List.of(started.doubting(opens.missing()), none(opens.missing())));
        }
        Deferral.Placed events = deferral.place(procedure, events(procedure, kind, id));
        return new Opened(null, new CaseRun(stage, procedure, new Subject(subject, id), start, events));
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
        FactView view = stage.record(stage.world(), kind, id);
        List<String> own = new ArrayList<>();
        for (String word : kinds) {
            if (view.evidenceFor(word) instanceof List<?> found) {
                found.stream()
                        .map(FactView.class::cast)
                        .filter(one -> one.missing().isEmpty())
                        .forEach(one -> own.add(one.id()));
            }
        }
        return papers.events(List.of(), kinds, own);
    }
}
