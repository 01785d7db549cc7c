package org.assay.engine.matrix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Outcome;
import org.assay.engine.digest.Sha256;

/**
 * All verdicts of one evaluation, as sets of subjects: {@code writeTo} of {@link MatrixStore} stores it, {@code open} gives it back without
 * reading more than its head. Immutable and thread-safe.
 *
 * @param regime the regime's id
 * @param subjects the ids of the subjects, by kind of subject
 * @param rows by requirement id
 */
public record BitmapMatrix(String regime, SortedMap<String, SubjectIds> subjects, SortedMap<String, BitmapRow> rows) {
    /** How many verdicts are hashed at once. */
    private static final int CHUNK = 1 << 16;

    public BitmapMatrix {
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** No verdicts under a regime. */
    public static BitmapMatrix none(String regime) {
        return new BitmapMatrix(regime, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    /** The subjects of a kind; none if no requirement speaks of it. */
    public SubjectIds subjects(String kind) {
        return subjects.getOrDefault(kind, SubjectIds.NONE);
    }

    /** The subjects of a row. */
    public SubjectIds subjectsOf(BitmapRow row) {
        return subjects(row.head().subjectKind());
    }

    /** How many verdicts there are. Reads no set. */
    public long size() {
        return rows.values().stream().mapToLong(BitmapRow::subjects).sum();
    }

    /** How many bytes it may come to hold in memory, about. Reads no set. */
    public long weight() {
        long ids = subjects.values().stream()
                .mapToLong(of -> (long) Long.BYTES * of.size())
                .sum();
        return ids + rows.values().stream().mapToLong(BitmapRow::weight).sum() + 1;
    }

    /** How many verdicts have each outcome; historic ones are left out. Reads no set. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        rows.values().stream().filter(row -> !row.head().historic()).forEach(row -> row.outcomes()
                .forEach((outcome, n) -> counts.merge(outcome, n, Long::sum)));
        return counts;
    }

    /**
     * SHA-256 over, per requirement in id order, its id and one byte per subject in id order: {@code sha256:} and 64
     * lower-case hex digits. It depends on no stored form.
     */
    public String digest() {
        MessageDigest sha = Sha256.digest();
        rows.forEach((id, row) -> {
            sha.update(id.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            for (int from = 0; from < row.subjects(); from += CHUNK) {
                byte[] cells = new byte[Math.min(CHUNK, row.subjects() - from)];
                row.cells(from, cells);
                sha.update(cells);
            }
        });
        return Sha256.print(sha.digest());
    }

    /** A row of sets; those of the cells that no subject has are left out. */
    public static BitmapRow row(RowHead head, int subjects, SortedMap<Integer, SubjectSet> byCell) {
        List<BitmapRow.Count> counts = new ArrayList<>();
        List<SubjectSet> sets = new ArrayList<>();
        byCell.forEach((cell, set) -> {
            if (!set.isEmpty()) {
                counts.add(new BitmapRow.Count(cell, set.size()));
                sets.add(set);
            }
        });
        long all = counts.stream().mapToLong(BitmapRow.Count::count).sum();
        if (all != subjects) {
            throw new IllegalArgumentException(
                    head.requirement() + ": " + all + " verdicts on " + subjects + " subjects");
        }
        return new BitmapRow(head, subjects, counts, number -> () -> sets.get(number));
    }
}
