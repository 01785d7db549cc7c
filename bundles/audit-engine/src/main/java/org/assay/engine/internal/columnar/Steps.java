package org.assay.engine.internal.columnar;

import java.util.HashMap;
import java.util.Map;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.World;

/** The steps by key in one thread's world. Not thread-safe. */
final class Steps {
    private final Columns columns;
    private final World world;
    private final Map<ReadKey, Step> known = new HashMap<>();

    Steps(Columns columns, World world) {
        this.columns = columns;
        this.world = world;
    }

    Columns columns() {
        return columns;
    }

    World world() {
        return world;
    }

    Step step(ReadKey key) {
        Step step = known.get(key);
        if (step == null) {
            step = key instanceof ReadKey.Is is
                    ? new Step(key, null, columns.subjects().number(is.other()))
                    : new Step(key, columns.column(key, world), -1);
            known.put(key, step);
        }
        return step;
    }

    Column column(ReadKey key) {
        return java.util.Objects.requireNonNull(step(key).column());
    }
}
