package org.assay.engine.internal.columnar;

import java.util.HashMap;
import java.util.Map;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/** The subjects that are judged together, with their columns. The codes of values stay the same from block to block. */
final class Block {
    private final World world;
    private final Subjects subjects;
    private final Map<ReadKey, Column> columns = new HashMap<>();
    private final @Nullable FactView[] views;
    private int from;
    private int size;

    Block(World world, Subjects subjects, int most) {
        this.world = world;
        this.subjects = subjects;
        this.views = new FactView[Math.min(most, subjects.size())];
    }

    /** Turns to some of the subjects. */
    void move(int first, int count) {
        from = first;
        size = count;
        java.util.Arrays.fill(views, null);
        columns.values().forEach(Column::clear);
    }

    int from() {
        return from;
    }

    int size() {
        return size;
    }

    int words() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /** Every subject of the block. */
    long[] all() {
        long[] all = new long[words()];
        java.util.Arrays.fill(all, -1L);
        if (size % Long.SIZE != 0) {
            all[all.length - 1] = (1L << size % Long.SIZE) - 1;
        }
        return all;
    }

    Column column(ReadKey key) {
        return columns.computeIfAbsent(key, k -> new Column(k, this, views.length));
    }

    FactView view(int position) {
        FactView view = views[position];
        if (view == null) {
            view = subjects.alone(from + position, world);
            views[position] = view;
        }
        return view;
    }

    FactView observed(int position, ReadLog log) {
        return subjects.observed(from + position, world, log);
    }
}
