package org.assay.bench.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.NetworkFile;
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
import org.assay.engine.matrix.MatrixStore;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/**
 * What verdicts cost after a small change, beside judging all anew: {@code COMPONENTS PACK.yaml...}. One line for each pack and
 * change: one record of evidence, ten components with another software version, one clause of one requirement. From the facts to
 * stored verdicts with their digest, columns and indexes of the new snapshot included, by the processor time of all threads;
 * medians. Reading the snapshot or the pack is not counted; another pack is judged on facts of which the first one's audit found
 * out things before, both ways.
 */
public final class Renewals {
    private static final int WARM = 4;
    private static final int MEASURED = 5;
    private static final int FEW = 10;
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final AuditTerms TERMS = new AuditTerms(DAY, DAY, Map.of());

    private final int components;
    private final byte[] network;
    private final PreparedFacts facts;
    private final CompiledEvaluator evaluator = new CompiledEvaluator();

    private Renewals(int components) throws IOException {
        this.components = components;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NetworkFile.write(new Inventory(Spec.complete(components)), "bench", bytes);
        this.network = bytes.toByteArray();
        this.facts = PreparedFacts.of(read(network));
    }

    /** See above. */
    public static void main(String[] args) throws IOException {
        Renewals run = new Renewals(Integer.parseInt(args[0]));
        for (String pack : List.of(args).subList(1, args.length)) {
            run.pack(PackReader.read(Files.readAllBytes(Path.of(pack))));
        }
    }

    private static NetworkFacts read(byte[] network) {
        return TwoValued.reader().readNdjson(new ByteArrayInputStream(network)).facts();
    }

    /**
     * What is judged.
     *
     * @param rules by what
     * @param whole on what, where all is judged
     * @param facts on what
     */
    private record Change(RuleSet rules, PreparedFacts whole, PreparedFacts facts) {
        Change(RuleSet rules, NetworkFacts facts) {
            this(rules, PreparedFacts.of(facts), PreparedFacts.of(facts));
        }
    }

    private void pack(RulePack pack) throws IOException {
        RuleSet rules = RuleSet.compile(pack);
        BitmapMatrix verdicts = evaluator.open(rules, facts, TERMS).judge(done -> {});
        Evaluator.Judged before = new Evaluator.Judged(rules, facts, TERMS, verdicts);
        measure(pack, "one_record_of_evidence", before, round -> new Change(rules, evidence(round)));
        measure(pack, "ten_components", before, round -> new Change(rules, read(components(round))));
        measure(
                pack,
                "one_clause",
                before,
                round -> new Change(RuleSet.compile(Editions.withOtherClause(pack, round)), facts, facts));
    }

    private void measure(RulePack pack, String figure, Evaluator.Judged before, IntFunction<Change> changes)
            throws IOException {
        double[] whole = new double[MEASURED];
        double[] renewed = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            Change change = changes.apply(i + WARM);
            double start = Processor.millis();
            BitmapMatrix all =
                    evaluator.open(change.rules(), change.whole(), TERMS).judge(done -> {});
            String digest = store(all);
            double between = Processor.millis();
            BitmapMatrix some = evaluator
                    .renew(change.rules(), change.facts(), TERMS, before)
                    .orElseThrow(() -> new IllegalStateException(figure + ": nothing could be taken over"));
            String same = store(some);
            double end = Processor.millis();
            if (!same.equals(digest)) {
                throw new IllegalStateException(figure + ": renewed verdicts are not those of a whole evaluation");
            }
            if (i >= 0) {
                whole[i] = between - start;
                renewed[i] = end - between;
            }
        }
        Arrays.sort(whole);
        Arrays.sort(renewed);
        double all = whole[MEASURED / 2];
        double some = renewed[MEASURED / 2];
        String name = figure + " " + pack.regime() + " " + pack.version();
        Figure.of("judge_all " + name, components, all, "ms").print();
        new Figure(name, components, some, "ms", "judge_all", all / some).print();
    }

    private static String store(BitmapMatrix matrix) throws IOException {
        MatrixStore.write(matrix, OutputStream.nullOutputStream());
        return matrix.digest();
    }

    /** Other software on some components. */
    private byte[] components(int round) {
        String[] lines = new String(network, StandardCharsets.UTF_8).split("\n");
        int seen = 0;
        int wanted = 0;
        for (int i = 0; i < lines.length && wanted < FEW; i++) {
            boolean component = lines[i].startsWith("{\"component\":");
            if (component && seen++ == (round + 1) * 37 + wanted * (components / FEW / 2)) {
                lines[i] = lines[i].replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"changed-" + round + "\"");
                wanted++;
            }
        }
        if (wanted < FEW) {
            throw new IllegalStateException("found only " + wanted + " components to change");
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One certificate more, for one component. */
    private NetworkFacts evidence(int number) {
        NetworkFacts old = facts.facts();
        SortedMap<String, FactRecord> evidence = new TreeMap<>(old.all(Kind.EVIDENCE));
        String component = old.table(Kind.COMPONENT).id(number * 7);
        FactRecord scope = new FactRecord(
                FactModel.core()
                        .type(Kind.EVIDENCE)
                        .field("scope")
                        .map(field -> ((FactType.Nested) field.type()).type())
                        .orElseThrow(),
                Map.of("components", List.of(component)));
        String id = "one-more-" + number;
        evidence.put(
                id,
                new FactRecord(
                        FactModel.core().type(Kind.EVIDENCE),
                        Map.of("id", id, "kind", "certificate", "issued", DAY.minusDays(9), "scope", scope)));
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(old.records());
        records.put(Kind.EVIDENCE, evidence);
        return new NetworkFacts(records, old.notDelivered());
    }
}
