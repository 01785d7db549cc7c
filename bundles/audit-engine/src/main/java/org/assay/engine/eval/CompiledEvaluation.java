package org.assay.engine.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.assay.api.Addressee;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.internal.columnar.Judge;
import org.assay.engine.internal.columnar.Plan;
import org.assay.engine.internal.columnar.Subjects;
import org.assay.engine.internal.columnar.Workers;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;

/** One evaluation by columns; explanations and measures come from the interpreter over the same world. */
final class CompiledEvaluation implements Evaluation {
    private static final int THREADS = 2;

    private final Plan plan;
    private final InterpretedEvaluation reference;
    private final int many;
    private final Map<String, Subjects> subjects = new HashMap<>();

    CompiledEvaluation(RuleSet rules, InterpretedEvaluation reference, int many) {
        this.plan = rules.plan();
        this.reference = reference;
        this.many = many;
    }

    @Override
    public long size() {
        return plan.parts().stream()
                .mapToLong(part ->
                        (long) part.rules().size() * subjects(part).ids().size())
                .sum();
    }

    private Subjects subjects(Plan.Part part) {
        return subjects.computeIfAbsent(
                part.subject(), kind -> Subjects.of(kind, reference.context().world()));
    }

    @Override
    public VerdictMatrix evaluate(LongConsumer progress) {
        Map<String, List<String>> ids = new TreeMap<>();
        plan.parts().forEach(part -> ids.put(part.subject(), subjects(part).ids()));
        Progress told = new Progress(progress);
        List<Map<String, VerdictMatrix.Row>> rows = Workers.run(
                size() < many ? 1 : THREADS,
                plan.parts(),
                reference::columnar,
                (part, context) -> judged(part, context, told));
        TreeMap<String, VerdictMatrix.Row> all = new TreeMap<>();
        rows.forEach(all::putAll);
        told.end();
        return new VerdictMatrix(reference.regime(), ids, all);
    }

    private Map<String, VerdictMatrix.Row> judged(Plan.Part part, RuleContext context, Progress progress) {
        Map<String, VerdictMatrix.Row> rows = new HashMap<>();
        Decider decider = new Decider(context, reference.terms().asOf());
        Subjects of = subjects.get(part.subject());
        List<byte[]> cells = part.rules().stream()
                .map(rule -> empty(rule.rule(), of.ids().size()))
                .toList();
        new Judge(part, of, context).judge(rule -> outcomes(rule, decider), cells, progress::add);
        for (int i = 0; i < cells.size(); i++) {
            CompiledRule rule = part.rules().get(i).rule();
            settle(rule, of, cells.get(i));
            rows.put(rule.requirement().id(), reference.row(rule.requirement(), decider.meanings(rule), cells.get(i)));
        }
        return rows;
    }

    /** Tells how much is done, from whatever thread, in rising numbers. */
    private static final class Progress {
        private final LongConsumer listener;
        private long done;

        Progress(LongConsumer listener) {
            this.listener = listener;
        }

        synchronized void add(int verdicts) {
            done += verdicts;
            listener.accept(done);
        }

        synchronized void end() {
            listener.accept(done);
        }
    }

    private static byte[] empty(CompiledRule rule, int size) {
        byte[] cells = new byte[size];
        if (rule.requirement().addressee() == Addressee.STATE) {
            Arrays.fill(cells, (byte) VerdictMatrix.NOT_ADDRESSED);
        }
        return cells;
    }

    private static List<Outcome> outcomes(CompiledRule rule, Decider decider) {
        return decider.meanings(rule).stream().map(Decider::outcome).toList();
    }

    /** A REVIEW that a person has settled is what that person said. */
    private void settle(CompiledRule rule, Subjects of, byte[] cells) {
        boolean any = rule.clauses().stream().anyMatch(clause -> clause.clause().then() == Outcome.REVIEW);
        if (!any
                || rule.requirement().addressee() == Addressee.STATE
                || reference.determinations().isEmpty()) {
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte)
                    reference.settled(rule, of.kind().word() + "/" + of.ids().get(i), cells[i] & 0xFF);
        }
    }

    @Override
    public Explanation explain(String requirement, Subject subject, String language) {
        return reference.explain(requirement, subject, language);
    }

    @Override
    public List<MeasureView> measures() {
        return reference.measures();
    }
}
