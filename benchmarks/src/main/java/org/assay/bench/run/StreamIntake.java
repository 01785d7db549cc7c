package org.assay.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.NetworkFile;
import org.assay.bench.inventory.Spec;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.intake.NetworkWriter;

/**
 * Reads a network from standard input, in whatever heap it is given: {@code ndjson|csv COMPONENTS HOLES SEED NETWORK-ID}. A
 * table has components only; the rest is made here from the same numbers. Both print the same digest to standard error.
 */
public final class StreamIntake {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamIntake() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        int components = Integer.parseInt(args[1]);
        NetworkReader reader =
                new NetworkReader(FactModel.core(), Limits.DEFAULT.withRecords(2 * components + 100_000));
        byte[] base = args[0].equals("csv") ? base(reader, args) : new byte[0];
        double busy = Processor.millis();
        long start = System.nanoTime();
        NetworkFacts facts = (args[0].equals("csv")
                        ? reader.readCsv(new ByteArrayInputStream(base), System.in)
                        : reader.readNdjson(System.in))
                .facts();
        String figure = "stream_" + args[0];
        Figure.of(figure + "_ms", components, (System.nanoTime() - start) / 1e6, "ms")
                .print();
        Figure.of(figure + "_processor_ms", components, Processor.millis() - busy, "ms")
                .print();
        if (facts.size() < components) {
            throw new IllegalStateException("only " + facts.size() + " records were read");
        }
        String digest = SnapshotDigest.of(facts);
        Figure.of(figure + "_with_digest_ms", components, (System.nanoTime() - start) / 1e6, "ms")
                .print();
        double allowed = Runtime.getRuntime().maxMemory();
        Figure.of(figure + "_heap_allowed", components, allowed / (1 << 20), "MB")
                .print();
        Figure.of(figure + "_peak_resident", components, peakResident(), "MB").print();
        System.gc();
        double kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Figure.of(figure + "_kept", components, kept / (1 << 20), "MB").print();
        System.err.println(facts.size() + " records " + digest);
    }

    /** Everything but components. */
    private static byte[] base(NetworkReader reader, String[] args) throws IOException {
        Spec least = new Spec(1, Double.parseDouble(args[2]), Long.parseLong(args[3]));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        NetworkFile.write(new Inventory(least), args[4], lines);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(lines.toByteArray());
        NetworkWriter.writeJson(reader.readNdjson(in).facts(), document);
        ObjectNode base = (ObjectNode) JSON.readTree(document.toByteArray());
        base.remove("components");
        return JSON.writeValueAsBytes(base);
    }

    /** What the operating system says; 0 where it does not in this way. */
    private static double peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
