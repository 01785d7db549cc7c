package org.assay.engine.internal.dossier;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.internal.world.FactView;

/**
 * A record that a dossier looks at.
 *
 * @param number its place among all of its kind as they are listed
 * @param view the record
 */
record Entry(int number, FactView view) {

    static List<Entry> of(List<FactView> views) {
        List<Entry> entries = new ArrayList<>(views.size());
        for (FactView view : views) {
            entries.add(new Entry(entries.size(), view));
        }
        return entries;
    }
}
