package org.assay.bench.run;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.PackReader;

/**
 * Reading, checking and compiling the shipped packs until they can judge; {@code cold}: all of them, once, in this fresh
 * process, on as many threads as there are
 * processors; {@code warm}: one pack after another, medians of five after twelve rounds. The cases of the packs are not run.
 */
public final class Loading {
    private static final int WARM = 12;
    private static final int MEASURED = 5;

    private static final String SMALL =
            """
            {"format":"assay.network/1","notDelivered":[]}
            {"network":{"id":"net","name":"Net","country":"DE","timeZone":"Europe/Berlin"}}
            {"operator":{"id":"op","name":"Op"}}
            {"country":{"code":"DE"}}
            {"component":{"id":"c","kind":"equipment"}}
            """;

    private Loading() {}

    /** See above. */
    public static void main(String[] args) {
        List<byte[]> packs = Packs.shipped();
        if (args[0].equals("cold")) {
            double busy = Processor.millis();
            long start = System.nanoTime();
            packs.parallelStream().forEach(Loading::load);
            double wall = millis(start);
            Figure.of("load_cold_ms", packs.size(), wall, "ms").print();
            Figure.of("load_cold_processor_ms", packs.size(), Processor.millis() - busy, "ms")
                    .print();
        } else {
            warm(packs);
        }
    }

    private static void warm(List<byte[]> packs) {
        NetworkFacts facts = TwoValued.reader()
                .readNdjson(new ByteArrayInputStream(SMALL.getBytes(StandardCharsets.UTF_8)))
                .facts();
        double worst = 0;
        double busiest = 0;
        for (byte[] pack : packs) {
            double[] times = new double[MEASURED];
            double[] busy = new double[MEASURED];
            for (int i = -WARM; i < MEASURED; i++) {
                double before = Processor.millis();
                long start = System.nanoTime();
                judge(load(pack), facts);
                if (i >= 0) {
                    times[i] = millis(start);
                    busy[i] = Processor.millis() - before;
                }
            }
            Arrays.sort(times);
            Arrays.sort(busy);
            busiest = Math.max(busiest, busy[MEASURED / 2]);
            worst = Math.max(worst, times[MEASURED / 2]);
        }
        Figure.of("swap_warm_ms", packs.size(), worst, "ms").print();
        Figure.of("swap_warm_processor_ms", packs.size(), busiest, "ms").print();
    }

    private static RuleSet load(byte[] yaml) {
        return RuleSet.compile(PackReader.read(yaml));
    }

    /** The plan of a rule set is made when it is first used. */
    private static void judge(RuleSet rules, NetworkFacts facts) {
        new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(Inventory.DAY, Inventory.DAY, Map.of()))
                .evaluate(done -> {});
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
