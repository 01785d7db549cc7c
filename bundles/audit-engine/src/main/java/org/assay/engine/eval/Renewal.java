package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.internal.measure.Groups;
import org.assay.engine.internal.renew.Changes;
import org.assay.engine.internal.renew.Meaning;
import org.assay.engine.internal.renew.Side;
import org.assay.engine.internal.renew.Touched;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.SubjectSet;

/**
 * Verdicts on facts, and under a pack, that differ in little from those of verdicts that are there already: a requirement that
 * means the same keeps the verdicts of all who see nothing that changed, and is judged for the others; one that does not, or of
 * which that cannot be told, is judged as a whole. Gives byte for byte what judging everything gives. Used once, by one thread.
 */
final class Renewal {
    private final RuleSet rules;
    private final AuditTerms terms;
    private final Evaluator.Judged before;
    private final AuditTerms then;
    private final PreparedFacts seenBefore;
    private final PreparedFacts seen;
    private final InterpretedEvaluation evaluation;
    private final RuleContext context;
    private final Decider decider;
    private final Set<String> whole = new HashSet<>();

    /**
     * A renewal.
     *
     * @param terms of the new verdicts, with every option
     * @param before the earlier verdicts, which are those of the new as-of day
     * @param then the terms on which that day's verdicts on the earlier facts would be those, with every option
     * @param seenBefore the earlier facts, with evidence that cases made
     * @param seen the new facts, with evidence that cases made
     * @param evaluation of the new facts under the whole pack
     */
    Renewal(
            RuleSet rules,
            AuditTerms terms,
            Evaluator.Judged before,
            AuditTerms then,
            PreparedFacts seenBefore,
            PreparedFacts seen,
            InterpretedEvaluation evaluation) {
        this.rules = rules;
        this.terms = terms;
        this.before = before;
        this.then = then;
        this.seenBefore = seenBefore;
        this.seen = seen;
        this.evaluation = evaluation;
        this.context = evaluation.columnar(rules.plan(), seen.store());
        this.decider = new Decider(context, terms.asOf());
    }

    /** The verdicts; empty where nothing would be saved. */
    Optional<BitmapMatrix> verdicts() {
        return evaluation.effort().on(() -> Changes.between(seenBefore.facts(), seen.facts())
                .flatMap(this::verdicts));
    }

    /** The requirements that were judged as a whole. */
    Set<String> whole() {
        return whole;
    }

    private Optional<BitmapMatrix> verdicts(Changes changes) {
        seen.store().adopt(seenBefore.store(), changes.isEvidence());
        Touched touched = touched(changes);
        keepMeasures(touched);
        Map<CompiledRule, Set<String>> kept = new TreeMap<>(
                Comparator.comparing((CompiledRule rule) -> rule.requirement().id()));
        for (CompiledRule rule : rules.compiled().rules()) {
            Optional<Set<String>> subjects = isTheSame(rule)
                    ? touched.subjects(rule, rules.sight(rule.requirement().id()))
                    : Optional.empty();
            subjects.ifPresentOrElse(
                    some -> kept.put(rule, some),
                    () -> whole.add(rule.requirement().id()));
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(together(kept, changes));
    }

    private Touched touched(Changes changes) {
        World world = new World(
                seenBefore.facts(), rules.compiled().schema(), terms.asOf(), then.recordedOn(), evaluation.effort());
        Side old = new Side(new RuleContext(world, rules.compiled(), terms.options()));
        return new Touched(rules.compiled(), changes, old, new Side(context), this::isSettled);
    }

    /** Whether it is the same to it on which day a snapshot was recorded: its statuses speak for that day and later. */
    private boolean isSettled(Sight sight) {
        boolean spoken =
                !terms.asOf().isBefore(then.recordedOn()) && !terms.asOf().isBefore(terms.recordedOn());
        boolean sameDay = terms.recordedOn().equals(then.recordedOn());
        return sameDay || !sight.isService() || spoken && !sight.isOtherDay();
    }

    /** Whether a requirement meant the same before, so that its cells are the same wherever it sees the same. */
    private boolean isTheSame(CompiledRule rule) {
        BitmapRow row = before.verdicts().rows().get(rule.requirement().id());
        Optional<CompiledRule> old =
                before.rules().compiled().rule(rule.requirement().id());
        return row != null && old.isPresent() && (isSamePack() || meansTheSame(old.get(), rule));
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isSamePack() {
        return before.rules() == rules && then.options().equals(terms.options());
    }

    private boolean meansTheSame(CompiledRule old, CompiledRule rule) {
        String id = rule.requirement().id();
        Optional<List<Object>> meant =
                Meaning.of(before.rules().compiled(), old, before.rules().sight(id), then.options());
        Optional<List<Object>> means = Meaning.of(rules.compiled(), rule, rules.sight(id), terms.options());
        Decider deciding = new Decider(context, terms.asOf());
        return means.isPresent()
                && means.equals(meant)
                && outcomes(deciding, old).equals(outcomes(decider, rule));
    }

    private static List<Outcome> outcomes(Decider decider, CompiledRule rule) {
        return decider.meanings(rule).stream().map(Decider::outcome).toList();
    }

    /** Measures that are the same need not be computed again for those who are judged anew. */
    private void keepMeasures(Touched touched) {
        if (isSamePack()) {
            Groups old = seenBefore.store().groups(evaluation.columnar(then.recordedOn()), rules.compiled());
            seen.store().groups(context, rules.compiled()).adopt(old, touched.measures()::isSame);
        }
    }

    private BitmapMatrix together(Map<CompiledRule, Set<String>> kept, Changes changes) {
        SortedMap<String, BitmapRow> rows = new TreeMap<>();
        SortedMap<String, SubjectIds> subjects = new TreeMap<>();
        if (!whole.isEmpty()) {
            BitmapMatrix judged = new CompiledEvaluation(
                            rules.plan().only(whole), seen, evaluation, CompiledEvaluator.MANY)
                    .judge(done -> {});
            rows.putAll(judged.rows());
            subjects.putAll(judged.subjects());
        }
        Map<String, Numbers> numbers = new TreeMap<>();
        kept.forEach((rule, touched) -> {
            String kind = rule.requirement().subject();
            Numbers of = numbers.computeIfAbsent(
                    kind,
                    k -> Numbers.of(k, before.verdicts().subjects(k), changes, () -> seen.store()
                            .subjects(k, context.world())));
            subjects.computeIfAbsent(kind, k -> of.ids());
            rows.put(rule.requirement().id(), row(rule, touched, of));
        });
        return new BitmapMatrix(rules.pack().regime(), subjects, rows);
    }

    /** The row of a requirement of which some subjects are judged anew, those who came among them. */
    private BitmapRow row(CompiledRule rule, Set<String> touched, Numbers numbers) {
        BitmapRow old = before.verdicts().rows().get(rule.requirement().id());
        RowHead head = evaluation.head(rule.requirement(), decider.meanings(rule));
        Set<Integer> judged = numbers.of(touched);
        if (judged.isEmpty() && numbers.moves().isNone()) {
            return old.withHead(head);
        }
        Map<Integer, List<Integer>> fresh = new TreeMap<>();
        Kind kind = rules.sight(rule.requirement().id()).own().kind();
        for (int number : judged) {
            FactView subject = context.world().view(kind, numbers.ids().id(number));
            fresh.computeIfAbsent(evaluation.cell(rule, subject, decider), any -> new ArrayList<>())
                    .add(number);
        }
        SubjectSet anew = set(judged);
        SortedMap<Integer, SubjectSet> sets = new TreeMap<>();
        for (BitmapRow.Count count : old.counts()) {
            SubjectSet some = numbers.moves().move(old.set(cell -> cell == count.cell()));
            sets.put(count.cell(), some.without(anew));
        }
        fresh.forEach((cell, some) -> sets.merge(cell, set(some), SubjectSet::or));
        return BitmapMatrix.row(head, numbers.moves().size(), sets);
    }

    private static SubjectSet set(Collection<Integer> numbers) {
        return SubjectSet.of(
                numbers.stream().mapToInt(Integer::intValue).sorted().toArray());
    }
}
