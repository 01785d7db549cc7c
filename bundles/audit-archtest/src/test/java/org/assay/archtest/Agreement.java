package org.assay.archtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.CorrectedEvidence;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;

/**
 * Where rules and cases of one edition tell different things of one matter on one day. A case and the requirements that decision 12
 * says to see its procedure are compared:
 *
 * <ul>
 *   <li>a case in a breach, or that missed a day, of which each of the requirements that see this state says nothing
 *   <li>a breach by a requirement, where the case it read is in no such state
 *   <li>a verdict with a day, where no clock of the case it read that asks somebody to act has that day
 * </ul>
 *
 * Safe for use by several threads.
 */
final class Agreement {
    private static final Set<Outcome> QUIET = Set.of(Outcome.PASS, Outcome.NOT_APPLICABLE);
    private static final Set<Outcome> BREACH = Set.of(Outcome.FAIL, Outcome.NOT_ALIGNED);

    private final RuleSet rules;
    private final SeenBy seen;
    private final Map<String, Procedure> procedures;
    private final SortedMap<String, String> found = new ConcurrentSkipListMap<>();

    Agreement(RuleSet rules, SeenBy seen) {
        this.rules = rules;
        this.seen = seen;
        this.procedures = rules.pack().procedures().stream().collect(Collectors.toMap(Procedure::name, one -> one));
    }

    /** What was found, each with a worked example and a day on which it shows. */
    SortedMap<String, String> found() {
        return found;
    }

    void look(Course course) {
        PreparedFacts facts = PreparedFacts.of(TrialRunner.facts(rules.pack(), course.given()));
        for (LocalDate day : course.days()) {
            AuditTerms terms = new AuditTerms(day, day, course.options());
            new Day(new CompiledEvaluator().open(rules, facts, terms), day, course.name() + " on " + day).look();
        }
    }

    /** One course on one day. Used by one thread. */
    private final class Day {
        private final Evaluation evaluation;
        private final LocalDate day;
        private final String place;
        private final List<ProcedureCase> cases;
        private final NetworkFacts facts;
        private final Set<String> corrected;
        private final Map<String, List<Explanation>> verdicts = new HashMap<>();

        Day(Evaluation evaluation, LocalDate day, String place) {
            this.evaluation = evaluation;
            this.day = day;
            this.place = place;
            this.cases = evaluation.cases();
            this.facts = evaluation.facts();
            this.corrected = CorrectedEvidence.asOf(facts, day);
        }

        void look() {
            for (ProcedureCase one : cases) {
                one.state().ifPresent(state -> compare(one, state));
            }
        }

        private void compare(ProcedureCase one, String state) {
            String procedure = rules.pack().regime() + " " + one.procedure();
            String what = procedure + " " + state + ": ";
            List<Explanation> of = seen.ofAny(procedure).stream()
                    .flatMap(requirement -> verdicts(requirement).stream())
                    .filter(verdict -> isAbout(verdict, one))
                    .toList();
            if (isLate(one)) {
                quiet(what, one, seen.of(procedure + " " + state));
            } else {
                loud(what, one, of);
                days(what, one, of);
            }
        }

        private void quiet(String what, ProcedureCase one, List<String> seeing) {
            List<Explanation> all = seeing.stream()
                    .flatMap(id -> verdicts(id).stream())
                    .filter(verdict -> mayTell(verdict.subject(), one.subject()))
                    .toList();
            if (!seeing.isEmpty() && all.stream().allMatch(verdict -> QUIET.contains(verdict.outcome()))) {
                String passed = all.stream()
                        .filter(verdict -> verdict.outcome() == Outcome.PASS)
                        .map(Agreement::word)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                found.putIfAbsent(what + (passed.isEmpty() ? "nothing applies" : passed), place);
            }
        }

        /** What another case tells that reads the same is told. */
        private void loud(String what, ProcedureCase one, List<Explanation> of) {
            of.stream()
                    .filter(verdict -> BREACH.contains(verdict.outcome()) && !verdict.historic())
                    .filter(verdict -> cases.stream().noneMatch(other -> isLate(other) && isAbout(verdict, other)))
                    .forEach(verdict -> found.putIfAbsent(what + word(verdict), place));
        }

        private void days(String what, ProcedureCase one, List<Explanation> of) {
            Set<LocalDate> asked = one.clocks().stream()
                    .filter(CaseClock::asks)
                    .map(CaseClock::lastDay)
                    .collect(Collectors.toSet());
            of.stream()
                    .filter(verdict -> !asked.isEmpty() && !QUIET.contains(verdict.outcome()))
                    .filter(verdict -> verdict.dueDay().isPresent() && !asked.contains(verdict.due()))
                    .forEach(verdict -> found.putIfAbsent(what + word(verdict) + " by another day", place));
        }

        /** Whether a breach of a case would be told of a subject: its own, of its kind, and what it names, of components. */
        private boolean mayTell(Subject subject, Subject opener) {
            if (subject.kind().equals(opener.kind())) {
                return subject.equals(opener);
            }
            List<?> named = facts.find(Kind.EVIDENCE, opener.id())
                    .flatMap(record -> record.get("scope"))
                    .map(FactRecord.class::cast)
                    .map(scope -> scope.list("components"))
                    .orElse(List.of());
            return named.isEmpty() || !subject.kind().equals(Kind.COMPONENT.word()) || named.contains(subject.id());
        }

        private List<Explanation> verdicts(String requirement) {
            return verdicts.computeIfAbsent(requirement, id -> rules.pack().requirements().stream()
                    .filter(some -> some.id().equals(id))
                    .flatMap(some -> subjects(some.subject()))
                    .map(subject -> evaluation.explain(id, subject, "en"))
                    .toList());
        }

        private Stream<Subject> subjects(String word) {
            if (!word.startsWith(Procedure.EVIDENCE)) {
                return facts.all(Kind.ofWord(word)).keySet().stream().map(id -> new Subject(word, id));
            }
            String kind = word.substring(Procedure.EVIDENCE.length());
            return facts.all(Kind.EVIDENCE).entrySet().stream()
                    .filter(entry ->
                            entry.getValue().text("kind").filter(kind::equals).isPresent())
                    .filter(entry -> isThere(entry.getValue()) && !corrected.contains(entry.getKey()))
                    .map(entry -> new Subject(word, entry.getKey()));
        }

        /** What comes later is not judged yet. */
        private boolean isThere(FactRecord record) {
            return Stream.of("issued", "received")
                    .flatMap(field -> record.get(field).stream())
                    .noneMatch(came -> ((LocalDate) came).isAfter(day));
        }
    }

    private static String word(Explanation verdict) {
        return (verdict.requirement() + " " + verdict.outcome() + " " + verdict.code()).strip();
    }

    /** Whether a case is in a breach, or missed a day. */
    private boolean isLate(ProcedureCase one) {
        return one.state()
                .map(state -> Objects.requireNonNull(procedures.get(one.procedure()))
                        .states()
                        .get(state))
                .filter(state -> state.breach() || state.missed())
                .isPresent();
    }

    /** Whether a verdict speaks of what opened the case, or, on a thing of another kind, read a record that opened or moved it. */
    private static boolean isAbout(Explanation verdict, ProcedureCase one) {
        if (verdict.subject().kind().equals(one.subject().kind())) {
            return verdict.subject().equals(one.subject());
        }
        List<String> records = new ArrayList<>();
        if (one.subject().kind().startsWith(Procedure.EVIDENCE)) {
            records.add(one.subject().id());
        }
        one.history().stream()
                .map(CaseMove::evidence)
                .filter(id -> !id.isEmpty())
                .forEach(records::add);
        return read(verdict).anyMatch(path -> records.stream().anyMatch(id -> path.startsWith("evidence/" + id + "/")));
    }

    private static Stream<String> read(Explanation verdict) {
        return Stream.concat(
                        verdict.facts().stream(), verdict.clauses().stream().flatMap(clause -> clause.facts().stream()))
                .map(Explanation.FactUsed::path);
    }
}
