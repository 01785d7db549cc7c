package org.assay.bench.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.CellFilter;
import org.assay.engine.matrix.MatrixFlips;
import org.assay.engine.matrix.MatrixStore;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.StoredBytes;
import org.assay.engine.matrix.SubjectIds;
import org.assay.engine.matrix.VerdictPages;
import org.assay.engine.pack.PackReader;

/**
 * Stored verdicts under one pack: {@code COMPONENTS PACK}. What they take, opening them, a page of 100 findings with their texts
 * in two languages by six filters (the slowest counts, on the clock and in processor time of the thread; without the first page, which finds whole networks' measures), what changed from one audit to another of the same snapshot a month
 * later, and of one with a hundred components fewer. Medians of fifteen after ten.
 */
public final class Matrices {
    private static final int WARM = 10;
    private static final int MEASURED = 15;
    private static final int PAGE = 100;
    private static final int FEWER = 100;

    private final int components;
    private final RuleSet rules;

    private Matrices(int components, RuleSet rules) {
        this.components = components;
        this.rules = rules;
    }

    /** See above. */
    public static void main(String[] args) throws IOException {
        RuleSet rules = RuleSet.compile(PackReader.read(Files.readAllBytes(Path.of(args[1]))));
        Matrices run = new Matrices(Integer.parseInt(args[0]), rules);
        PreparedFacts facts = facts(run.components);
        Evaluation evaluation = run.open(facts, Inventory.DAY);
        Path file = Files.createTempFile("matrix", ".avm");
        Path later = Files.createTempFile("matrix", ".avm");
        Path fewer = Files.createTempFile("matrix", ".avm");
        try {
            BitmapMatrix matrix = store(evaluation, file);
            store(run.open(facts, Inventory.DAY.plusMonths(1)), later);
            store(run.open(facts(run.components - FEWER), Inventory.DAY), fewer);
            run.sizes(matrix, file);
            run.pages(file, evaluation);
            run.diff("diff_ms", file, later);
            run.diff("diff_other_subjects_ms", file, fewer);
        } finally {
            for (Path some : List.of(file, later, fewer)) {
                Files.delete(some);
            }
        }
    }

    private static PreparedFacts facts(int components) {
        return PreparedFacts.of(TwoValued.facts(new Inventory(Spec.withHoles(components))));
    }

    private Evaluation open(PreparedFacts facts, LocalDate day) {
        return new CompiledEvaluator().open(rules, facts, new AuditTerms(day, Inventory.DAY, Map.of()));
    }

    private static BitmapMatrix store(Evaluation evaluation, Path file) throws IOException {
        BitmapMatrix matrix = evaluation.judge(done -> {});
        try (OutputStream out = Files.newOutputStream(file)) {
            MatrixStore.write(matrix, out);
        }
        return matrix;
    }

    private void sizes(BitmapMatrix matrix, Path file) throws IOException {
        figure("stored_bytes_per_verdict", Files.size(file) / (double) matrix.size(), "bytes");
        figure("open_ms", median(() -> open(file).counts()), "ms");
    }

    private void figure(String name, double value, String unit) {
        Figure.of(name, components, value, unit).print();
    }

    /** Reads where it is asked to. */
    private static BitmapMatrix open(Path file) {
        return MatrixStore.open(new StoredBytes() {
            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }

            @Override
            public ByteBuffer read(long offset, int length) {
                try (FileChannel channel = FileChannel.open(file)) {
                    ByteBuffer bytes = ByteBuffer.allocate(length);
                    while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {}
                    return bytes.flip();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        });
    }

    /** Findings with something more. */
    private record Wanted(
            String name, Predicate<RowHead> rows, Set<Outcome> outcomes, Set<Severity> severities, Set<String> subjects)
            implements CellFilter {
        @Override
        public boolean row(RowHead head) {
            return !head.historic() && rows.test(head);
        }

        @Override
        public boolean cell(RowHead head, int cell) {
            return head.outcome(cell).isFinding()
                    && (outcomes.isEmpty() || outcomes.contains(head.outcome(cell)))
                    && (severities.isEmpty() || severities.contains(head.severity(cell)));
        }
    }

    private static boolean onComponents(RowHead head) {
        return head.subjectKind().equals("component");
    }

    private static List<Wanted> filters(BitmapMatrix matrix) {
        String last = matrix.rows().values().stream()
                .map(row -> row.head())
                .filter(Matrices::onComponents)
                .reduce((one, other) -> other)
                .orElseThrow()
                .requirement();
        List<Wanted> filters = new ArrayList<>();
        filters.add(new Wanted("all", head -> true, Set.of(), Set.of(), Set.of()));
        filters.add(new Wanted("requirement", head -> head.requirement().equals(last), Set.of(), Set.of(), Set.of()));
        filters.add(new Wanted("kind", Matrices::onComponents, Set.of(), Set.of(), Set.of()));
        filters.add(new Wanted("unknown", Matrices::onComponents, Set.of(Outcome.UNKNOWN), Set.of(), Set.of()));
        filters.add(new Wanted("severity", Matrices::onComponents, Set.of(), Set.of(Severity.HIGH), Set.of()));
        String some =
                matrix.subjects("component").id(matrix.subjects("component").size() / 2);
        filters.add(new Wanted("subject", Matrices::onComponents, Set.of(), Set.of(), Set.of(some)));
        return filters;
    }

    private void pages(Path file, Evaluation evaluation) {
        BitmapMatrix matrix = open(file);
        double slowest = 0;
        double slowestProcessor = 0;
        double slowestAgain = 0;
        double slowestSets = 0;
        for (Wanted wanted : filters(matrix)) {
            for (long position : new long[] {0, 1L << 32 | components / 2}) {
                slowestSets = Math.max(slowestSets, median(() -> page(matrix, wanted, position)));
                Turning turning = new Turning(matrix, wanted, position, evaluation);
                double fresh = median(turning);
                slowestProcessor = Math.max(slowestProcessor, median(turning, Matrices::threadNanos));
                double again =
                        median(() -> page(matrix, wanted, position).found().forEach(found -> text(evaluation, found)));
                System.err.printf(
                        "page by %s from %d: %.3f ms, again %.3f ms%n", wanted.name(), position, fresh, again);
                slowest = Math.max(slowest, fresh);
                slowestAgain = Math.max(slowestAgain, again);
            }
        }
        figure("page_ms", slowest, "ms");
        figure("page_processor_ms", slowestProcessor, "ms");
        figure("page_again_ms", slowestAgain, "ms");
        figure("page_without_texts_ms", slowestSets, "ms");
    }

    private static VerdictPages.Slice page(BitmapMatrix matrix, CellFilter wanted, long position) {
        VerdictPages pages = new VerdictPages(List.of(matrix), regime -> wanted);
        if (pages.total() < 0) {
            throw new IllegalStateException("a list has no fewer than no items");
        }
        return pages.slice(position, PAGE);
    }

    private static void text(Evaluation evaluation, VerdictPages.Found found) {
        RowHead head = found.row().head();
        String id = found.matrix().subjectsOf(found.row()).id(found.subject());
        Subject subject = new Subject(head.subjectKind(), id);
        evaluation.explain(head.requirement(), subject, List.of("en", "de"));
    }

    /** One page after the other; after the last the first again. */
    private static final class Turning implements Runnable {
        private final BitmapMatrix matrix;
        private final CellFilter wanted;
        private final long first;
        private final Evaluation evaluation;
        private long next;

        Turning(BitmapMatrix matrix, CellFilter wanted, long first, Evaluation evaluation) {
            this.matrix = matrix;
            this.wanted = wanted;
            this.first = first;
            this.evaluation = evaluation;
            this.next = first;
        }

        @Override
        public void run() {
            VerdictPages.Slice slice = page(matrix, wanted, next);
            slice.found().forEach(found -> text(evaluation, found));
            next = slice.next() < 0 ? first : slice.next();
        }
    }

    private void diff(String name, Path before, Path after) {
        BitmapMatrix one = open(before);
        BitmapMatrix other = open(after);
        long changed = MatrixFlips.between(one, other).size();
        Alignment.Source known = new Known();
        figure(name, median(() -> MatrixFlips.between(one, other, CellFilter.ALL, known)), "ms");
        System.err.printf("%s: %d changes%n", name, changed);
    }

    /** As core keeps alignments. */
    private static final class Known implements Alignment.Source {
        private final Map<List<SubjectIds>, Alignment> known = new HashMap<>();

        @Override
        public Alignment of(List<SubjectIds> lists) {
            return known.computeIfAbsent(lists, Alignment::of);
        }
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(Runnable work) {
        return median(work, System::nanoTime);
    }

    private static double median(Runnable work, LongSupplier nanos) {
        double[] times = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            long start = nanos.getAsLong();
            work.run();
            if (i >= 0) {
                times[i] = (nanos.getAsLong() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[MEASURED / 2];
    }
}
