package org.assay.engine.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.CanonicalLines;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * Writes the facts of a network as documents that {@link NetworkReader} reads back to equal facts. Stateless; streams are
 * flushed, not closed. Throws {@link UncheckedIOException} if a stream fails.
 */
public final class NetworkWriter {
    private static final int BLOCK = 64 << 10;

    private NetworkWriter() {}

    /** Writes one JSON object: canonical (RFC 8785) but for one record a line. */
    public static void writeJson(NetworkFacts facts, OutputStream out) {
        write(out, to -> {
            to.write("{\"format\":" + CanonicalJson.text(SnapshotDigest.FORMAT));
            to.write(",\n\"notDelivered\":" + CanonicalJson.text(List.copyOf(facts.notDelivered())));
            for (Kind kind : Kind.values()) {
                section(kind, facts, to);
            }
            to.write("\n}\n");
        });
    }

    /** Writes the canonical NDJSON document, whose lines are the leaves of {@link SnapshotDigest}. */
    public static void writeNdjson(NetworkFacts facts, OutputStream out) {
        CanonicalLines lines = new CanonicalLines(facts);
        ByteBuffer block = ByteBuffer.allocate(2 * BLOCK);
        try {
            for (int i = 0; i < lines.size(); i++) {
                block = lines.append(i, block);
                block = block.hasRemaining()
                        ? block
                        : ByteBuffer.allocate(block.capacity() + 1).put(block.flip());
                block.put((byte) '\n');
                if (block.position() > BLOCK) {
                    out.write(block.array(), 0, block.position());
                    block.clear();
                }
            }
            out.write(block.array(), 0, block.position());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void section(Kind kind, NetworkFacts facts, Writer to) throws IOException {
        boolean absent = NetworkBuilder.DELIVERABLE.contains(kind)
                && facts.notDelivered().contains(kind.word());
        if (facts.all(kind).isEmpty() && (absent || kind.single())) {
            return;
        }
        to.write(",\n\"" + kind.section() + "\":" + (kind.single() ? "" : "["));
        String comma = "\n";
        for (FactRecord record : facts.all(kind).values()) {
            to.write(comma);
            to.write(CanonicalJson.text(record));
            comma = ",\n";
        }
        to.write(kind.single() ? "" : "\n]");
    }

    /** What writes a document. */
    private interface Body {
        void writeTo(Writer to) throws IOException;
    }

    private static void write(OutputStream out, Body body) {
        try {
            Writer to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            body.writeTo(to);
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
