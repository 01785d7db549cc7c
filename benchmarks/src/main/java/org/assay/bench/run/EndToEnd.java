package org.assay.bench.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.two.TwoValued;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.MatrixStore;
import org.assay.engine.pack.PackReader;

/**
 * From a network document on disk to a stored verdict matrix with its findings counted, in this fresh process:
 * {@code FILE COMPONENTS PACK OUT}, where PACK is {@code two} or a file. The share of each step is printed too.
 */
public final class EndToEnd {
    private final long components;
    private long since = System.nanoTime();
    private double whole;
    private double loaded;

    private EndToEnd(long components) {
        this.components = components;
    }

    /** See above. */
    public static void main(String[] args) throws IOException {
        byte[] yaml = args[2].equals("two") ? TwoValued.yaml() : Files.readAllBytes(Path.of(args[2]));
        EndToEnd run = new EndToEnd(Long.parseLong(args[1]));
        RuleSet rules = RuleSet.compile(PackReader.read(yaml));
        run.step("load");
        run.loaded = Processor.millis();
        NetworkFacts facts = read(Path.of(args[0]));
        run.step("intake");
        String digest = SnapshotDigest.of(facts);
        run.step("snapshot_digest");
        BitmapMatrix matrix = new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(Inventory.DAY, Inventory.DAY, Map.of()))
                .judge(done -> {});
        run.step("evaluate");
        String verdicts = matrix.digest();
        long findings = matrix.counts().entrySet().stream()
                .filter(count -> count.getKey().isFinding())
                .mapToLong(Map.Entry::getValue)
                .sum();
        run.step("findings");
        try (OutputStream out = Files.newOutputStream(Path.of(args[3]))) {
            MatrixStore.write(matrix, out);
        }
        run.step("store");
        double stored = Files.size(Path.of(args[3]));
        Figure.of("stored_bytes_per_verdict", run.components, stored / matrix.size(), "bytes")
                .print();
        System.err.printf("%s %s: %d findings%n", digest, verdicts, findings);
        Figure.of("end_to_end_ms", run.components, run.whole, "ms").print();
        Figure.of("end_to_end_processor_ms", run.components, Processor.millis() - run.loaded, "ms")
                .print();
    }

    private static NetworkFacts read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return TwoValued.reader().readNdjson(in).facts();
        }
    }

    /** Loading the rules is told, but is not part of the way of a file. */
    private void step(String name) {
        double millis = (System.nanoTime() - since) / 1e6;
        whole += name.equals("load") ? 0 : millis;
        Figure.of("end_to_end_" + name + "_ms", components, millis, "ms").print();
        since = System.nanoTime();
    }
}
