package org.assay.engine.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.engine.facts.CanonicalRows;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * The lines of the canonical NDJSON document of a network: first the header, then the records by the word of their kind and
 * by id. Each is made when it is asked for. Immutable.
 */
public final class CanonicalLines {
    private final byte[] header;
    private final List<Section> sections = new ArrayList<>();
    private final int size;

    /** The records of a kind, and what stands before each. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Section(FactTable table, int first, byte[] before) {}

    /** The lines of some facts. */
    public CanonicalLines(NetworkFacts facts) {
        header = CanonicalJson.bytes(
                Map.of("format", SnapshotDigest.FORMAT, "notDelivered", List.copyOf(facts.notDelivered())));
        int count = 1;
        for (Kind kind : Stream.of(Kind.values())
                .sorted(Comparator.comparing(Kind::word))
                .toList()) {
            FactTable table = facts.table(kind);
            byte[] before = ("{\"" + kind.word() + "\":").getBytes(StandardCharsets.UTF_8);
            sections.add(new Section(table, count, before));
            count += table.rows();
        }
        size = count;
    }

    /** How many lines there are. */
    public int size() {
        return size;
    }

    /**
     * Appends a line, without its end.
     *
     * @param to with an array behind it; what it holds already is kept
     * @return the buffer, or a larger one with the same beginning where there was no room
     */
    public ByteBuffer append(int line, ByteBuffer to) {
        if (line == 0) {
            return put(header, to);
        }
        int at = sections.size() - 1;
        while (sections.get(at).first() > line) {
            at--;
        }
        Section section = sections.get(at);
        return put(new byte[] {'}'}, record(section, line - section.first(), put(section.before(), to)));
    }

    private static ByteBuffer record(Section section, int row, ByteBuffer to) {
        return section.table() instanceof CanonicalRows rows
                ? rows.canonical(row, to)
                : put(CanonicalJson.bytes(section.table().record(row)), to);
    }

    private static ByteBuffer put(byte[] bytes, ByteBuffer buffer) {
        ByteBuffer to = buffer;
        if (buffer.remaining() < bytes.length) {
            to = ByteBuffer.allocate(2 * (buffer.position() + bytes.length)).put(buffer.flip());
        }
        return to.put(bytes);
    }
}
