package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * What the intake of one NDJSON file takes, beside Jackson's streaming parser reading the same file. Run by hand:
 * {@code java -Xmx1g -cp … org.assay.engine.intake.IntakeBench FILE.ndjson [RUNS]}; one JSON line a figure, wall and
 * processor time of the whole VM in milliseconds.
 */
final class IntakeBench {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Limits LIMITS = new Limits(Long.MAX_VALUE, 64 << 10, 50_000_000, 16, 10_000, 4_000, 200);

    private final Path file;

    private IntakeBench(Path file) {
        this.file = file;
    }

    public static void main(String[] args) throws IOException {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        for (int i = 0; i < runs; i++) {
            new IntakeBench(Path.of(args[0])).run();
        }
    }

    private void run() throws IOException {
        timed("jackson_parse", this::parse);
        long before = used();
        NetworkFacts facts = timed("intake", this::read);
        long after = used();
        int components = facts.table(Kind.COMPONENT).rows();
        figure("components", components, 0);
        figure("bytes_per_component", (double) (after - before) / components, 0);
        String digest = timed("digest", () -> SnapshotDigest.of(facts));
        System.out.println(digest);
    }

    private long parse() throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                tokens += parser.getTextLength() > 0 ? 1 : 0;
            }
        }
        return tokens;
    }

    private NetworkFacts read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new NetworkReader(FactModel.core(), LIMITS).readNdjson(in).facts();
        }
    }

    /** What is timed. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T timed(String name, Work<T> work) throws IOException {
        long start = System.nanoTime();
        long busy = SYSTEM.getProcessCpuTime();
        T result = work.run();
        figure(name, (System.nanoTime() - start) / 1e6, (SYSTEM.getProcessCpuTime() - busy) / 1e6);
        return result;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void figure(String name, double value, double processor) {
        System.out.printf(
                Locale.ROOT, "{\"figure\":\"%s\",\"value\":%.1f,\"processor\":%.1f}%n", name, value, processor);
    }
}
