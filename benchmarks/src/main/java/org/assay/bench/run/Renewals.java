package org.assay.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.PackReader;

/**
 * What verdicts cost after one record of evidence was added, beside judging all anew: {@code COMPONENTS PACK.yaml}. From the
 * facts to the matrix, columns and indexes of the new snapshot included, by the processor time of all threads; medians.
 */
public final class Renewals {
    private static final int WARM = 3;
    private static final int MEASURED = 5;
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private Renewals() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        int n = Integer.parseInt(args[0]);
        RuleSet rules = RuleSet.compile(PackReader.read(Files.readAllBytes(Path.of(args[1]))));
        NetworkFacts facts = TwoValued.facts(new Inventory(Spec.complete(n)));
        AuditTerms terms = new AuditTerms(DAY, DAY, Map.of());
        CompiledEvaluator evaluator = new CompiledEvaluator();
        BitmapMatrix before = evaluator.open(rules, facts, terms).judge(done -> {});
        Evaluator.Judged judged = new Evaluator.Judged(facts, DAY, before);
        double[] whole = new double[MEASURED];
        double[] renewed = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            NetworkFacts changed = changed(facts, i + WARM);
            double start = Processor.millis();
            BitmapMatrix all =
                    evaluator.open(rules, PreparedFacts.of(changed), terms).judge(done -> {});
            double between = Processor.millis();
            BitmapMatrix some = evaluator
                    .renew(rules, PreparedFacts.of(changed), terms, judged)
                    .orElseThrow(() -> new IllegalStateException("nothing could be taken over"));
            double end = Processor.millis();
            if (!some.digest().equals(all.digest())) {
                throw new IllegalStateException("renewed verdicts are not those of a whole evaluation");
            }
            if (i >= 0) {
                whole[i] = between - start;
                renewed[i] = end - between;
            }
        }
        Arrays.sort(whole);
        Arrays.sort(renewed);
        double all = whole[MEASURED / 2];
        Figure.of("judge_all", n, all, "ms").print();
        new Figure("one_record_of_evidence", n, renewed[MEASURED / 2], "ms", "judge_all", all / renewed[MEASURED / 2])
                .print();
    }

    /** One certificate more, for one component. */
    private static NetworkFacts changed(NetworkFacts facts, int number) {
        SortedMap<String, FactRecord> evidence = new TreeMap<>(facts.all(Kind.EVIDENCE));
        String component = facts.table(Kind.COMPONENT).id(number * 7);
        FactRecord scope = new FactRecord(
                FactModel.core()
                        .type(Kind.EVIDENCE)
                        .field("scope")
                        .map(field -> ((FactType.Nested) field.type()).type())
                        .orElseThrow(),
                Map.of("components", List.of(component)));
        evidence.put(
                "one-more-" + number,
                new FactRecord(
                        FactModel.core().type(Kind.EVIDENCE),
                        Map.of(
                                "id",
                                "one-more-" + number,
                                "kind",
                                "certificate",
                                "issued",
                                DAY.minusDays(9),
                                "scope",
                                scope)));
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(facts.records());
        records.put(Kind.EVIDENCE, evidence);
        return new NetworkFacts(records, facts.notDelivered());
    }
}
