import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/**
 * Both evaluators on the same network and pack in one run; their cells are compared before a time counts. The network is
 * an example's, its components again and again with other days, versions and holes, chosen by a seed.
 *
 * <p>{@code java -Xmx3g -cp <assay-cli.jar> benchmarks/EngineBench.java PACK.yaml EXAMPLE.json SIZE[:interpret] …}
 */
public final class EngineBench {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int RUNS = 5;
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    private static final int DAYS = 3_200;

    private EngineBench() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(Path.of(args[0])));
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        byte[] example = Files.readAllBytes(Path.of(args[1]));
        NetworkFacts base = new NetworkReader(model).readJson(new ByteArrayInputStream(example)).facts();
        long start = System.nanoTime();
        RuleSet rules = RuleSet.compile(pack);
        figure("load_cold_ms", 0, (System.nanoTime() - start) / 1e6, "ms");
        for (String size : List.of(args).subList(2, args.length)) {
            int components = Integer.parseInt(size.replace(":interpret", ""));
            measure(rules, grown(base, components), components, size.endsWith(":interpret"));
        }
    }

    private static void measure(RuleSet rules, NetworkFacts facts, int size, boolean interpret) {
        AuditTerms terms = new AuditTerms(DAY, DAY, Map.of());
        long before = used();
        Evaluation evaluation = new CompiledEvaluator().open(rules, facts, terms);
        VerdictMatrix matrix = evaluation.evaluate(done -> {});
        figure("bytes_per_component", size, (double) (used() - before) / size, "bytes");
        double compiled = median("compiled", new CompiledEvaluator(), rules, facts, terms, RUNS, matrix);
        figure("compiled", size, matrix.size() / compiled / 1e3, "Mverdicts/s");
        if (interpret) {
            double interpreted = median("interpreted", new Interpreter(), rules, facts, terms, 1, matrix);
            figure("interpreted", size, matrix.size() / interpreted / 1e3, "Mverdicts/s");
            figure("compiled_vs_interpreted", size, interpreted / compiled, "times");
        }
        if (evaluation.size() != matrix.size()) {
            throw new IllegalStateException("the evaluation says " + evaluation.size() + " verdicts");
        }
    }

    private static double median(
            String name,
            Evaluator evaluator,
            RuleSet rules,
            NetworkFacts facts,
            AuditTerms terms,
            int runs,
            VerdictMatrix wanted) {
        double[] times = new double[runs];
        double[] processor = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long busy = SYSTEM.getProcessCpuTime();
            VerdictMatrix matrix = evaluator.open(rules, facts, terms).evaluate(done -> {});
            times[i] = (System.nanoTime() - start) / 1e6;
            processor[i] = (SYSTEM.getProcessCpuTime() - busy) / 1e6;
            matrix.rows().forEach((id, row) -> {
                if (!Arrays.equals(row.cells(), wanted.rows().get(id).cells())) {
                    throw new IllegalStateException("the evaluators differ on " + id);
                }
            });
        }
        Arrays.sort(times);
        Arrays.sort(processor);
        figure(name + "_ms", wanted.subjects().get("component").size(), times[runs / 2], "ms");
        figure(name + "_processor_ms", wanted.subjects().get("component").size(), processor[runs / 2], "ms");
        return times[runs / 2];
    }

    private static NetworkFacts grown(NetworkFacts base, int size) {
        Random random = new Random(1);
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            records.put(kind, new TreeMap<>(base.all(kind)));
        }
        List<FactRecord> patterns = List.copyOf(base.all(Kind.COMPONENT).values());
        for (int i = patterns.size(); i < size; i++) {
            FactRecord pattern = patterns.get(random.nextInt(patterns.size()));
            Map<String, Object> values = varied(pattern.values(), random);
            values.put("id", "g" + i);
            records.get(Kind.COMPONENT).put("g" + i, new FactRecord(pattern.type(), values, pattern.regimeFacts()));
        }
        return new NetworkFacts(records, base.notDelivered());
    }

    private static Map<String, Object> varied(Map<String, Object> pattern, Random random) {
        Map<String, Object> values = new HashMap<>(pattern);
        if (values.get("firstUse") instanceof LocalDate && random.nextBoolean()) {
            values.put("firstUse", FIRST.plusDays(random.nextInt(DAYS)));
        }
        if (values.get("software") instanceof FactRecord software && random.nextBoolean()) {
            Map<String, Object> own = new HashMap<>(software.values());
            own.put("version", "v" + random.nextInt(40));
            own.put("since", FIRST.plusDays(random.nextInt(DAYS)));
            values.put("software", new FactRecord(software.type(), own));
        }
        for (String fact : List.of("firstUse", "functions", "site", "status")) {
            if (random.nextInt(20) == 0) {
                values.remove(fact);
            }
        }
        return values;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void figure(String name, int size, double value, String unit) {
        System.out.printf(
                Locale.ROOT,
                "{\"figure\":\"%s\",\"n\":%d,\"value\":%.2f,\"unit\":\"%s\"}%n",
                name,
                size,
                value,
                unit);
    }
}
