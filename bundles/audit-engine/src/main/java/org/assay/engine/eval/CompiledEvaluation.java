package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.assay.api.Addressee;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.CellWords;
import org.assay.engine.internal.columnar.ComponentQuestions;
import org.assay.engine.internal.columnar.Judge;
import org.assay.engine.internal.columnar.KernelCode;
import org.assay.engine.internal.columnar.Plan;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.columnar.Subjects;
import org.assay.engine.internal.columnar.Workers;
import org.assay.engine.internal.dossier.Inquiry;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.pack.Expr;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** One evaluation by columns; measures come from the interpreter over the same world, and explanations of what was not seen before. */
final class CompiledEvaluation implements Evaluation {
    private static final int THREADS = 2;

    private final Plan plan;
    private final SnapshotStore store;
    private final InterpretedEvaluation reference;
    private final int many;
    private final Map<Plan.Part, Subjects> subjects = new IdentityHashMap<>();
    private @Nullable Explainer explainer;

    /**
     * An evaluation.
     *
     * @param plan the rules that are judged
     */
    CompiledEvaluation(Plan plan, PreparedFacts facts, InterpretedEvaluation reference, int many) {
        this.plan = plan;
        this.store = facts.store();
        this.reference = reference;
        this.many = many;
    }

    @Override
    public long size() {
        return plan.parts().stream()
                .mapToLong(part -> (long) part.rules().size()
                        * store.count(part.subject(), reference.context().world()))
                .sum();
    }

    private Subjects subjects(Plan.Part part) {
        return subjects.computeIfAbsent(
                part, p -> store.subjects(p.subject(), reference.context().world()));
    }

    /**
     * Some subjects to judge.
     *
     * @param part their rules
     * @param from the first one
     * @param size how many
     */
    private record Block(Plan.Part part, int from, int size) {}

    @Override
    public VerdictMatrix evaluate(LongConsumer progress) {
        return matrix(cells(progress));
    }

    @Override
    public BitmapMatrix judge(LongConsumer progress) {
        return bitmaps(cells(progress));
    }

    private Map<Plan.Part, List<CellWords>> cells(LongConsumer progress) {
        Map<Plan.Part, List<CellWords>> cells = new IdentityHashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (Plan.Part part : plan.parts()) {
            int size = subjects(part).size();
            cells.put(
                    part,
                    Stream.generate(() -> new CellWords(size))
                            .limit(part.rules().size())
                            .toList());
            int most = Judge.block(part);
            for (int from = 0; from < size; from += most) {
                blocks.add(new Block(part, from, Math.min(most, size - from)));
            }
        }
        Progress told = new Progress(progress);
        int threads = size() < many ? 1 : THREADS;
        reference.effort().on(() -> {
            Workers.run(threads, blocks, () -> worker(cells, told));
            return cells;
        });
        told.end();
        cells.forEach(this::settle);
        return cells;
    }

    /** What one thread works with: a world of its own. */
    private Consumer<Block> worker(Map<Plan.Part, List<CellWords>> cells, Progress told) {
        RuleContext context = reference.columnar(plan, store);
        Decider decider = new Decider(context, reference.terms().asOf());
        Map<Plan.Part, Judge> judges = new IdentityHashMap<>();
        return block -> {
            Plan.Part part = block.part();
            judges.computeIfAbsent(part, p -> new Judge(p, store, context))
                    .judge(block.from(), block.size(), rule -> outcomes(rule, decider), cells.get(part));
            told.add((long) part.rules().size() * block.size());
        };
    }

    private VerdictMatrix matrix(Map<Plan.Part, List<CellWords>> cells) {
        Map<String, List<String>> ids = new TreeMap<>();
        TreeMap<String, VerdictMatrix.Row> rows = new TreeMap<>();
        Decider decider = new Decider(reference.context(), reference.terms().asOf());
        for (Plan.Part part : plan.parts()) {
            Subjects of = subjects(part);
            ids.put(part.subject(), of.ids());
            for (int i = 0; i < part.rules().size(); i++) {
                CompiledRule rule = part.rules().get(i).rule();
                byte[] own = cells.get(part).get(i).cells(of.size());
                rows.put(rule.requirement().id(), reference.row(rule.requirement(), decider.meanings(rule), own));
            }
        }
        return new VerdictMatrix(reference.regime(), ids, rows);
    }

    private BitmapMatrix bitmaps(Map<Plan.Part, List<CellWords>> cells) {
        SortedMap<String, SubjectIds> ids = new TreeMap<>();
        SortedMap<String, BitmapRow> rows = new TreeMap<>();
        Decider decider = new Decider(reference.context(), reference.terms().asOf());
        for (Plan.Part part : plan.parts()) {
            Subjects of = subjects(part);
            ids.put(part.subject(), of.compact());
            for (int i = 0; i < part.rules().size(); i++) {
                CompiledRule rule = part.rules().get(i).rule();
                RowHead head = reference.head(rule.requirement(), decider.meanings(rule));
                CellWords own = cells.get(part).get(i);
                rows.put(head.requirement(), BitmapMatrix.row(head, of.size(), own.sets()));
            }
        }
        return new BitmapMatrix(reference.regime(), ids, rows);
    }

    /** The rules on components as loops over arrays; evaluates everything once. */
    KernelCode kernel() {
        Plan.Part components = plan.parts().stream()
                .filter(part -> part.subject().equals(Kind.COMPONENT.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        reference.regime() + " has no requirement on components, so there is nothing to run"));
        VerdictMatrix matrix = evaluate(done -> {});
        Map<String, byte[]> cells = new HashMap<>();
        components.rules().forEach(rule -> {
            String id = rule.rule().requirement().id();
            cells.put(id, matrix.rows().get(id).cells());
        });
        RuleContext context = reference.columnar(plan, store);
        Decider decider = new Decider(context, reference.terms().asOf());
        return KernelCode.of(components, store, context, rule -> outcomes(rule, decider), cells);
    }

    /** Tells how much is done, from whatever thread, in rising numbers. */
    private static final class Progress {
        private final LongConsumer listener;
        private long done;

        Progress(LongConsumer listener) {
            this.listener = listener;
        }

        synchronized void add(long verdicts) {
            done += verdicts;
            listener.accept(done);
        }

        synchronized void end() {
            listener.accept(done);
        }
    }

    private static List<Outcome> outcomes(CompiledRule rule, Decider decider) {
        return decider.meanings(rule).stream().map(Decider::outcome).toList();
    }

    private void settle(Plan.Part part, List<CellWords> cells) {
        for (int i = 0; i < cells.size(); i++) {
            settle(part.rules().get(i).rule(), subjects(part), cells.get(i));
        }
    }

    /** A REVIEW that a person has settled is what that person said. */
    private void settle(CompiledRule rule, Subjects of, CellWords cells) {
        if (rule.requirement().addressee() == Addressee.STATE) {
            return;
        }
        for (String subject :
                reference.determinations().about(rule.requirement().id())) {
            int number = of.number(subject);
            for (int clause = 0; number >= 0 && clause < rule.clauses().size(); clause++) {
                if (cells.has(number, clause)) {
                    cells.change(number, clause, reference.settled(rule, subject, clause));
                    break;
                }
            }
        }
    }

    @Override
    public Explanation explain(String requirement, Subject subject, String language) {
        return Objects.requireNonNull(
                explain(requirement, subject, List.of(language)).get(language));
    }

    @Override
    public Map<String, Explanation> explain(String requirement, Subject subject, Collection<String> languages) {
        Explainer known = explainer == null ? reference.remembering(plan, store) : explainer;
        explainer = known;
        return reference.explain(known, requirement, subject, languages);
    }

    @Override
    public boolean isExhausted() {
        return reference.isExhausted();
    }

    @Override
    public Optional<Expr> exhaustedAt() {
        return reference.exhaustedAt();
    }

    @Override
    public DossierDraft draft(String dossier, String language) {
        Inquiry inquiry = Inquiry.ofAlike(
                new ComponentQuestions(store, reference.context().world()));
        return reference.draft(dossier, language, () -> judge(done -> {}), this, inquiry);
    }

    @Override
    public NetworkFacts facts() {
        return reference.facts();
    }

    @Override
    public List<ProcedureCase> cases() {
        return reference.cases();
    }

    @Override
    public Ask ask(String path) {
        return reference.ask(path);
    }

    @Override
    public List<CapView> caps(String requirement, Subject subject, CapView.DueDays dueDays) {
        return reference.caps(requirement, subject, dueDays);
    }

    @Override
    public TurningDay turn(int within) {
        return reference.turn(within);
    }

    @Override
    public List<TurningDay> turns(int within) {
        return reference.turns(within);
    }

    @Override
    public List<MeasureView> measures() {
        return reference.measures();
    }
}
