package org.assay.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Position;
import org.jspecify.annotations.Nullable;

/** Lines read at once and lines read with all care must come to the same, down to the column of a fault. */
class LinesAgreementTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-3",
            "7",
            "1.5",
            "99999999999999999999",
            "\"x\"",
            "\"\"",
            "\"DE\"",
            "\"2026-01-31\"",
            "\"never\"",
            "\"2026-02-30\"",
            "[]",
            "[\"b\",\"a\",\"b\"]",
            "{}",
            "[null]",
            "\"ü\"",
            "\"u\\u0308\"",
            "\"\\u0041\"",
            "\"in-service\"",
            "\"removed\"",
            "[\"component0\"]",
            "[\"nobody\"]",
            "{\"maker\":\"nobody\"}",
            "[{\"party\":\"nobody\"}]",
            "{\"x-regime\":{\"from\":\"supplier0\"}}",
            "{\"x-regime\":{\"from\":\"nobody\"}}",
            "{\"x-regime\":{}}",
            "{\"y-regime\":{\"a\":1}}",
            "\"\\ud800\"",
            "\"a\\nb\"");
    private static final FactModel MODEL = FactModel.core()
            .withDeclarations(
                    "x-regime",
                    Stream.of(Kind.values())
                            .flatMap(kind -> Stream.of(
                                    fact(kind, "flag", new FactType.Bool()),
                                    fact(kind, "texts", new FactType.ListOf(new FactType.Text())),
                                    fact(kind, "whole", new FactType.Int()),
                                    fact(kind, "text", new FactType.Text()),
                                    fact(kind, "from", new FactType.Ref(Kind.SUPPLIER))))
                            .toList());

    private static FactDecl fact(Kind kind, String name, FactType type) {
        return new FactDecl(kind.word(), name, type, null, Position.START);
    }

    /** What became of a document. */
    private record End(@Nullable Intake intake, List<Fault> faults) {}

    @Property(tries = 150)
    void whole_documents_agree(@ForAll @IntRange(max = 9) int size, @ForAll long seed) {
        Random random = new Random(seed);
        agree(text(lines(size, seed, random), random), random);
    }

    @Property(tries = 600)
    void documents_with_something_wrong_agree(@ForAll @IntRange(min = 1, max = 9) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = lines(size, seed, random);
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoil(lines, random);
        }
        agree(text(lines, random), random);
    }

    @Example
    void spoiling_comes_to_taken_and_to_refused_documents() {
        AtomicInteger taken = new AtomicInteger();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> lines = lines(6, seed, random);
            spoil(lines, random);
            taken.addAndGet(agree(text(lines, random), random) ? 1 : 0);
        }
        assertThat(taken.get()).isBetween(20, 180);
    }

    private static boolean agree(byte[] document, Random random) {
        int records = random.nextInt(5) == 0 ? 1 + random.nextInt(12) : 1_000;
        int length = random.nextInt(5) == 0 ? 100 + random.nextInt(900) : 64 << 10;
        Limits limits = new Limits(1 << 20, length, records, 16, 10_000, 4_000, 1 + random.nextInt(30));
        End usual = read(document, limits, 1 + random.nextInt(3_000), false);
        End careful = read(document, limits, Chunks.SIZE, true);
        assertThat(usual.faults()).as(() -> new String(document, UTF_8)).isEqualTo(careful.faults());
        if (usual.intake() != null && careful.intake() != null) {
            assertThat(usual.intake().report()).isEqualTo(careful.intake().report());
            assertThat(usual.intake().facts()).isEqualTo(careful.intake().facts());
            assertThat(SnapshotDigest.of(usual.intake().facts()))
                    .isEqualTo(SnapshotDigest.of(careful.intake().facts()));
            FactTableTest.columnsSayWhatRecordsSay(usual.intake().facts());
        }
        return usual.intake() != null;
    }

    private static End read(byte[] document, Limits limits, int chunk, boolean careful) {
        FaultLog faults = new FaultLog(limits.faults());
        NetworkBuilder builder = new NetworkBuilder(MODEL, limits, faults);
        try {
            Place root = new NdjsonDocument(limits, faults, builder, chunk, careful)
                    .read(new ByteArrayInputStream(document));
            return new End(builder.finish(root), List.of());
        } catch (FaultException e) {
            return new End(null, e.faults());
        }
    }

    private static List<String> lines(int size, long seed, Random random) {
        String document = new String(Documents.ndjson(RandomFacts.of(size, seed)), UTF_8);
        List<String> lines = new ArrayList<>(List.of(document.split("\n")));
        if (random.nextBoolean()) {
            Collections.shuffle(lines.subList(1, lines.size()), random);
        }
        return lines;
    }

    private static void spoil(List<String> lines, Random random) {
        if (lines.isEmpty()) {
            return;
        }
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(at);
            case 2 -> lines.set(at, line.replaceFirst("([,{])", "$1 \t"));
            case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            case 4 -> lines.set(at, line + List.of(" ", "\r", "x", "{}", "\n{").get(random.nextInt(5)));
            case 5 -> lines.set(at, line.replaceFirst("\"kind\"", "\"knid\""));
            case 6 -> lines.set(at, line.replaceFirst("supplier[0-9]", "supplier9"));
            default -> lines.set(at, withValue(line, random));
        }
    }

    /** The line with some member's value replaced, or a member given again. */
    private static String withValue(String line, Random random) {
        List<Integer> colons = new ArrayList<>();
        for (int i = line.indexOf("\":"); i >= 0; i = line.indexOf("\":", i + 1)) {
            colons.add(i + 2);
        }
        if (colons.isEmpty()) {
            return line + "}";
        }
        int from = colons.get(random.nextInt(colons.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        int to = line.indexOf(',', from);
        if (random.nextInt(6) == 0) {
            int name = line.lastIndexOf('"', from - 3);
            return line.substring(0, from) + value + "," + line.substring(name);
        }
        return to < 0 || random.nextInt(8) == 0
                ? line.substring(0, from) + value
                : line.substring(0, from) + value + line.substring(to);
    }

    private static byte[] text(List<String> lines, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        for (String line : lines) {
            bytes.writeBytes(line.getBytes(UTF_8));
            bytes.writeBytes((random.nextInt(20) == 0 ? end + end : end).getBytes(UTF_8));
            if (random.nextInt(200) == 0) {
                bytes.write(0xC3);
            }
        }
        return bytes.toByteArray();
    }
}
