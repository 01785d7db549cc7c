package org.assay.engine.internal.dossier;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;

/**
 * A record that a dossier looks at. It is made a view only when somebody needs it.
 *
 * @param number its place among all of its kind as they are listed
 */
record Entry(World world, Kind kind, int number, String id) {

    /** Every record of a kind, in id order. */
    static List<Entry> all(World world, Kind kind) {
        FactTable table = world.facts().table(kind);
        List<Entry> entries = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            entries.add(new Entry(world, kind, row, table.id(row)));
        }
        return entries;
    }

    /** Some records, which all stand on their own. */
    static List<Entry> of(World world, Kind kind, List<FactView> views) {
        List<Entry> entries = new ArrayList<>(views.size());
        for (FactView view : views) {
            entries.add(new Entry(world, kind, entries.size(), view.id()));
        }
        return entries;
    }

    FactView view() {
        return world.view(kind, id);
    }

    /** Kind and id. */
    String subject() {
        return kind.word() + "/" + id;
    }
}
