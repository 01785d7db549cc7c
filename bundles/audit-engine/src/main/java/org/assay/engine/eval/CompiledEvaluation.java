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
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledRule;

/** One evaluation by columns; explanations and measures come from the interpreter over the same world. */
final class CompiledEvaluation implements Evaluation {
    private final Plan plan;
    private final InterpretedEvaluation reference;
    private final Map<String, Subjects> subjects = new HashMap<>();

    CompiledEvaluation(RuleSet rules, InterpretedEvaluation reference) {
        this.plan = rules.plan();
        this.reference = reference;
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
        TreeMap<String, VerdictMatrix.Row> rows = new TreeMap<>();
        RuleContext context = reference.columnar();
        Decider decider = new Decider(context, reference.terms().asOf());
        long[] done = {0};
        for (Plan.Part part : plan.parts()) {
            Subjects of = subjects(part);
            ids.put(part.subject(), of.ids());
            List<byte[]> cells = part.rules().stream()
                    .map(rule -> empty(rule.rule(), of.ids().size()))
                    .toList();
            new Judge(part, of, context).judge(rule -> outcomes(rule, decider), cells, verdicts -> {
                done[0] += verdicts;
                progress.accept(done[0]);
            });
            for (int i = 0; i < cells.size(); i++) {
                CompiledRule rule = part.rules().get(i).rule();
                settle(rule, of, cells.get(i));
                rows.put(
                        rule.requirement().id(),
                        reference.row(rule.requirement(), decider.meanings(rule), cells.get(i)));
            }
        }
        progress.accept(done[0]);
        return new VerdictMatrix(reference.regime(), ids, rows);
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
