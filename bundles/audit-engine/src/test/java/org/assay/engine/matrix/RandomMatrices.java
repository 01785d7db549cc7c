package org.assay.engine.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.VerdictMatrix;

/** Verdicts by chance, cell by cell: few or many subjects, cells in runs or strewn, some requirements without any. */
public final class RandomMatrices {
    private static final int MANY = 200_000;
    private static final List<String> KINDS = List.of("component", "site", "evidence.certificate");

    private RandomMatrices() {}

    /** Subjects of every kind. */
    public static SortedMap<String, List<String>> subjects(Random random) {
        SortedMap<String, List<String>> subjects = new TreeMap<>();
        for (String kind : KINDS) {
            int size = random.nextInt(20) == 0 ? random.nextInt(MANY) : random.nextInt(300);
            TreeSet<String> ids = new TreeSet<>();
            for (int left = size; left > 0; left--) {
                ids.add((random.nextInt(9) == 0 ? "ä:" : "c-") + random.nextInt(2 * size));
            }
            subjects.put(kind, List.copyOf(ids));
        }
        return subjects;
    }

    /** The same subjects but for a few. */
    public static SortedMap<String, List<String>> like(Random random, Map<String, List<String>> others) {
        SortedMap<String, List<String>> subjects = new TreeMap<>();
        others.forEach((kind, list) -> {
            TreeSet<String> ids = new TreeSet<>(list);
            for (int left = random.nextInt(6); left > 0; left--) {
                ids.add("new-" + random.nextInt(1000));
                ids.add("c-" + random.nextInt(1000));
                ids.pollFirst();
            }
            subjects.put(kind, List.copyOf(ids));
        });
        return subjects;
    }

    /** Verdicts on subjects. */
    public static VerdictMatrix of(Random random, SortedMap<String, List<String>> subjects) {
        TreeMap<String, VerdictMatrix.Row> rows = new TreeMap<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            String id = "XX-" + random.nextInt(8);
            RowHead head = head(random, id);
            rows.put(
                    id,
                    new VerdictMatrix.Row(
                            head,
                            cells(random, head, subjects.get(head.subjectKind()).size())));
        }
        return new VerdictMatrix("xx-test", subjects, rows);
    }

    private static RowHead head(Random random, String id) {
        List<ClauseMeaning> clauses = new ArrayList<>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            clauses.add(new ClauseMeaning(
                    one(random, Outcome.values()),
                    random.nextBoolean() ? "" : "A" + random.nextInt(2),
                    one(random, Severity.values()),
                    random.nextInt(5) == 0 ? one(random, Outcome.values()) : null));
        }
        return new RowHead(
                id,
                KINDS.get(random.nextInt(4) == 0 ? 1 : 0),
                one(random, Binding.values()),
                one(random, Severity.values()),
                random.nextInt(5) == 0,
                clauses);
    }

    private static byte[] cells(Random random, RowHead head, int size) {
        byte[] cells = new byte[size];
        int longest = random.nextBoolean() ? 1 : 500;
        int at = 0;
        while (at < size) {
            int end = Math.min(size, at + 1 + random.nextInt(longest));
            byte cell = (byte) cell(random, head);
            while (at < end) {
                cells[at++] = cell;
            }
        }
        return cells;
    }

    private static int cell(Random random, RowHead head) {
        return switch (random.nextInt(12)) {
            case 0 -> RowHead.UNKNOWN;
            case 1 -> RowHead.ERROR;
            case 2 -> RowHead.NOT_ADDRESSED;
            case 3 -> RowHead.DETERMINED + random.nextInt(Outcome.values().length);
            default -> random.nextInt(head.clauses().size());
        };
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
