package org.assay.bench.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.bench.two.TwoValued;
import org.assay.engine.facts.NetworkFacts;

/**
 * What a snapshot keeps on the heap, by what is left after collecting garbage: {@code FILE COMPONENTS}. Sites, suppliers and
 * evidence are in it.
 */
public final class Memory {
    private Memory() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        long components = Long.parseLong(args[1]);
        long before = used();
        NetworkFacts facts;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 16)) {
            facts = TwoValued.reader().readNdjson(in).facts();
        }
        double bytes = used() - before;
        if (facts.size() < components) {
            throw new IllegalStateException("only " + facts.size() + " records were read");
        }
        Figure.of("bytes_per_component", components, bytes / components, "bytes")
                .print();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
