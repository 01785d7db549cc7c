package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.renew.EvidenceChange;
import org.assay.engine.internal.renew.EvidenceReads;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;

/**
 * Verdicts on facts that differ in some evidence from facts on which there are verdicts already: a requirement that cannot see such
 * evidence keeps its verdicts; one that sees it only as given for its own components is judged for those whom it may concern;
 * every other one is judged as a whole. Gives byte for byte what judging everything gives.
 */
final class Renewal {
    /** From this share of the components on, one over this number, judging all is cheaper. */
    private static final int FEW = 20;

    private static final String EVIDENCE = "evidence.";

    private final RuleSet rules;
    private final AuditTerms terms;
    private final boolean sameDay;
    private final boolean spoken;

    /**
     * A renewal.
     *
     * @param terms of the new verdicts, with every option
     * @param recordedBefore the day of the earlier facts
     */
    Renewal(RuleSet rules, AuditTerms terms, LocalDate recordedBefore) {
        this.rules = rules;
        this.terms = terms;
        this.sameDay = terms.recordedOn().equals(recordedBefore);
        this.spoken = !terms.asOf().isBefore(recordedBefore) && !terms.asOf().isBefore(terms.recordedOn());
    }

    /** How a requirement is renewed. */
    private record Way(CompiledRule rule, boolean whole, Set<Integer> rows) {}

    /**
     * The verdicts.
     *
     * @param before those on the earlier facts, on a day with the same verdicts
     * @param changed what differs, evidence that cases made included
     * @param seen the new facts, with evidence that cases made
     * @param evaluation of the new facts under the whole pack
     * @return empty where nothing would be saved
     */
    Optional<BitmapMatrix> of(
            BitmapMatrix before, EvidenceChange changed, PreparedFacts seen, InterpretedEvaluation evaluation) {
        List<Way> ways = new ArrayList<>();
        for (CompiledRule rule : rules.compiled().rules()) {
            ways.add(way(rule, changed, seen.facts().table(Kind.COMPONENT)));
        }
        Set<String> whole = new HashSet<>();
        ways.stream()
                .filter(Way::whole)
                .forEach(way -> whole.add(way.rule().requirement().id()));
        if (whole.size() == ways.size() || ways.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, BitmapRow> rows = new TreeMap<>();
        SortedMap<String, SubjectIds> subjects = new TreeMap<>(before.subjects());
        if (!whole.isEmpty()) {
            RuleSet some = rules.only(whole);
            BitmapMatrix judged = new CompiledEvaluation(
                            some,
                            seen,
                            new InterpretedEvaluation(some, seen.facts(), seen.facts(), terms, evaluation.effort()),
                            CompiledEvaluator.MANY)
                    .judge(done -> {});
            rows.putAll(judged.rows());
            subjects.putAll(judged.subjects());
        }
        RuleContext context = evaluation.columnar(rules.plan(), seen.store());
        Decider decider = new Decider(context, terms.asOf());
        for (Way way : ways) {
            if (!way.whole()) {
                String id = way.rule().requirement().id();
                BitmapRow row = before.rows().get(id);
                rows.put(id, way.rows().isEmpty() ? row : patched(row, way, context, decider, evaluation));
            }
        }
        return Optional.of(new BitmapMatrix(before.regime(), subjects, rows));
    }

    private Way way(CompiledRule rule, EvidenceChange changed, FactTable components) {
        String subject = rule.requirement().subject();
        EvidenceReads reads = new EvidenceReads(rule.variable(), references());
        rule.clauses().stream()
                .flatMap(clause -> Optional.ofNullable(clause.when()).stream())
                .forEach(reads::add);
        boolean stays = isSettled(reads);
        boolean kept = !subject.startsWith(EVIDENCE) || !changed.kinds().contains(subject.substring(EVIDENCE.length()));
        boolean elsewhere = reads.isOpen() || reads.others().stream().anyMatch(changed.kinds()::contains);
        if (elsewhere || !stays || !kept || !reads.measures().stream().allMatch(name -> stays(name, changed))) {
            return new Way(rule, true, Set.of());
        }
        Set<String> seen = new HashSet<>(reads.given());
        seen.retainAll(changed.kinds());
        if (seen.isEmpty()) {
            return new Way(rule, false, Set.of());
        }
        Optional<Set<Integer>> rows = subject.equals(Kind.COMPONENT.word()) && !reads.isReverse()
                ? changed.components(components, seen).filter(some -> some.size() <= components.rows() / FEW + 1)
                : Optional.empty();
        return rows.map(some -> new Way(rule, false, some)).orElseGet(() -> new Way(rule, true, Set.of()));
    }

    /** Whether it is the same to it on which day a snapshot was recorded: its statuses speak for that day and later. */
    private boolean isSettled(EvidenceReads reads) {
        return sameDay || !reads.isService() || spoken && !reads.isOtherDay();
    }

    /** Whether a measure is the same, whatever group of it is read. */
    private boolean stays(String name, EvidenceChange changed) {
        CompiledMeasure measure = rules.compiled().measures().get(name);
        if (measure == null) {
            return false;
        }
        EvidenceReads reads = new EvidenceReads(Kind.COMPONENT.word(), references());
        reads.add(measure.argument());
        Optional.ofNullable(measure.of()).ifPresent(reads::add);
        measure.per().forEach(reads::add);
        return !reads.isOpen()
                && reads.measures().isEmpty()
                && reads.others().stream().noneMatch(changed.kinds()::contains)
                && isSettled(reads)
                && reads.given().stream().noneMatch(changed.kinds()::contains);
    }

    /** The names of fields, of the core and of the pack, that lead from a record to evidence. */
    private Set<String> references() {
        Set<String> names = new HashSet<>();
        for (Kind kind : Kind.values()) {
            fields(rules.compiled().schema().type(kind), names);
        }
        rules.pack().facts().forEach(fact -> field(fact.name(), fact.type(), names));
        return names;
    }

    private static void fields(RecordType type, Set<String> names) {
        for (FieldDef field : type.fields().values()) {
            field(field.name(), field.type(), names);
        }
    }

    private static void field(String name, FactType type, Set<String> names) {
        if (type instanceof FactType.Ref ref && ref.kind() == Kind.EVIDENCE) {
            names.add(name);
        } else if (type instanceof FactType.ListOf list) {
            field(name, list.element(), names);
        } else if (type instanceof FactType.Nested nested) {
            fields(nested.type(), names);
        }
    }

    private static BitmapRow patched(
            BitmapRow row, Way way, RuleContext context, Decider decider, InterpretedEvaluation evaluation) {
        FactTable table = context.world().facts().table(Kind.COMPONENT);
        Map<Integer, List<Integer>> fresh = new TreeMap<>();
        for (int number : way.rows()) {
            FactView component = context.world().view(Kind.COMPONENT, table.id(number));
            int cell = evaluation.cell(way.rule(), component, decider);
            fresh.computeIfAbsent(cell, any -> new ArrayList<>()).add(number);
        }
        SubjectSet touched = set(way.rows());
        SortedMap<Integer, SubjectSet> sets = new TreeMap<>();
        for (BitmapRow.Count count : row.counts()) {
            sets.put(count.cell(), row.set(cell -> cell == count.cell()).without(touched));
        }
        fresh.forEach((cell, numbers) -> sets.merge(cell, set(numbers), SubjectSet::or));
        return BitmapMatrix.row(row.head(), row.subjects(), sets);
    }

    private static SubjectSet set(Collection<Integer> numbers) {
        return SubjectSet.of(numbers.stream().mapToInt(Integer::intValue).toArray());
    }
}
