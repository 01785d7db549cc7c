package org.assay.engine.internal.columnar;

import java.util.List;
import java.util.stream.IntStream;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;
import org.assay.engine.matrix.SubjectIds;
import org.jspecify.annotations.Nullable;

/** The subjects of one kind in one snapshot, in id order. Immutable and thread-safe. */
public final class Subjects {
    private static final String EVIDENCE = "evidence.";

    private final Kind kind;
    private final FactTable table;
    private final int[] rows;
    private final List<String> ids;
    private volatile @Nullable SubjectIds compact;

    private Subjects(Kind kind, FactTable table, int[] rows) {
        this.kind = kind;
        this.table = table;
        this.rows = rows;
        this.ids = List.of(IntStream.of(rows).mapToObj(table::id).toArray(String[]::new));
    }

    /** The subjects of a kind as requirements name it; of evidence those that are seen on the day. */
    static Subjects of(String kind, World world) {
        if (!kind.startsWith(EVIDENCE)) {
            FactTable table = world.facts().table(Kind.ofWord(kind));
            return new Subjects(
                    Kind.ofWord(kind), table, IntStream.range(0, table.rows()).toArray());
        }
        FactTable table = world.facts().table(Kind.EVIDENCE);
        List<FactView> visible = world.joins().visible(kind.substring(EVIDENCE.length()));
        return new Subjects(
                Kind.EVIDENCE,
                table,
                visible.stream().mapToInt(view -> table.row(view.id())).toArray());
    }

    /** The kind of record. */
    public Kind kind() {
        return kind;
    }

    /** Their ids, the same list for whoever asks. */
    public List<String> ids() {
        return ids;
    }

    /** Their ids as they are kept with verdicts; made when first asked for. */
    public SubjectIds compact() {
        SubjectIds known = compact;
        if (known == null) {
            known = SubjectIds.of(ids);
            compact = known;
        }
        return known;
    }

    /** How many there are. */
    public int size() {
        return rows.length;
    }

    FactTable table() {
        return table;
    }

    int row(int number) {
        return rows[number];
    }

    /** The number of a record given as kind and id; below 0 if it is none of these. */
    public int number(String subject) {
        String start = kind.word() + "/";
        if (!subject.startsWith(start)) {
            return -1;
        }
        int at = java.util.Collections.binarySearch(ids, subject.substring(start.length()));
        return Math.max(at, -1);
    }

    /** One of them as an expression sees it, every use noted. */
    FactView observed(int number, World world, ReadLog log) {
        return world.observed(kind, ids.get(number), record(number, world), log);
    }

    /** One of them as it is. */
    public FactView alone(int number, World world) {
        return world.alone(kind, ids.get(number), record(number, world));
    }

    private FactRecord record(int number, World world) {
        return world.fitted(kind, table.record(rows[number]));
    }
}
