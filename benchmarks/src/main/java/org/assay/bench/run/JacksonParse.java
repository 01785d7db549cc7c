package org.assay.bench.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jackson's streaming parser alone needs to go through a file, in this fresh process: {@code FILE COMPONENTS}. */
public final class JacksonParse {
    private JacksonParse() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        double busy = Processor.millis();
        long start = System.nanoTime();
        long tokens = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 16);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    tokens += parser.getTextLength();
                }
            }
        }
        if (tokens == 0) {
            throw new IllegalStateException("nothing in " + args[0]);
        }
        Figure.of("jackson_parse_ms", Long.parseLong(args[1]), (System.nanoTime() - start) / 1e6, "ms")
                .print();
        Figure.of("jackson_parse_processor_ms", Long.parseLong(args[1]), Processor.millis() - busy, "ms")
                .print();
    }
}
