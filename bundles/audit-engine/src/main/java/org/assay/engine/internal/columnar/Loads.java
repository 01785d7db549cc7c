package org.assay.engine.internal.columnar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.internal.measure.Crowd;

/** What components weigh and where they stand, read from the snapshot's columns. Not thread-safe. */
final class Loads {
    private static final long UNSEEN = -1;

    private final Subjects subjects;
    private final Map<String, Weight> weights = new HashMap<>();
    private final FactColumn sites;

    Loads(Subjects subjects) {
        this.subjects = subjects;
        this.sites = subjects.table().column("site");
    }

    /** A load with the weights of its codes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Weight(FactColumn column, long[] byCode) {
        long of(int code) {
            if (byCode[code] == UNSEEN) {
                byCode[code] = (Long) Objects.requireNonNull(column.value(code));
            }
            return byCode[code];
        }
    }

    private Weight weight(String by) {
        return weights.computeIfAbsent(by, name -> {
            FactColumn column = subjects.table().column("load." + name);
            long[] byCode = new long[column.distinct()];
            Arrays.fill(byCode, UNSEEN);
            return new Weight(column, byCode);
        });
    }

    /** What some subjects weigh, of whom one is named where weights are missing. */
    Crowd.Load load(String by, int[] some, int from, int to) {
        Weight weight = weight(by);
        long[] known = new long[to - from];
        int count = 0;
        int missing = -1;
        for (int i = from; i < to; i++) {
            int code = weight.column().code(subjects.row(some[i]));
            if (code == FactColumn.MISSING) {
                missing = some[i];
            } else {
                known[count++] = weight.of(code);
            }
        }
        return new Crowd.Load(
                count == known.length ? known : Arrays.copyOf(known, count),
                0,
                missing < 0 ? List.of() : List.of(subject(missing) + "/load." + by),
                known.length - count);
    }

    /** Where some subjects stand, of whom one is named where sites are missing. */
    Crowd.Places places(int[] some, int from, int to) {
        int[] known = new int[to - from];
        int count = 0;
        int missing = -1;
        for (int i = from; i < to; i++) {
            int code = sites.code(subjects.row(some[i]));
            if (code == FactColumn.MISSING) {
                missing = some[i];
            } else {
                known[count++] = code;
            }
        }
        return new Crowd.Places(
                Arrays.copyOf(known, count),
                missing < 0 ? List.of() : List.of(subject(missing) + "/site"),
                known.length - count);
    }

    String id(int number) {
        return subjects.ids().get(number);
    }

    private String subject(int number) {
        return subjects.kind().word() + "/" + id(number);
    }
}
