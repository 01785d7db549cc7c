package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;

/**
 * The subjects of one kind, in id order.
 *
 * @param kind the kind of record
 * @param ids their ids
 * @param records their facts
 */
public record Subjects(Kind kind, List<String> ids, List<FactRecord> records) {
    private static final String EVIDENCE = "evidence.";

    public Subjects {
        ids = List.copyOf(ids);
        records = List.copyOf(records);
    }

    /** The subjects of a kind as requirements name it. */
    public static Subjects of(String kind, World world) {
        if (!kind.startsWith(EVIDENCE)) {
            Kind word = Kind.ofWord(kind);
            var all = world.facts().all(word);
            return new Subjects(word, List.copyOf(all.keySet()), List.copyOf(all.values()));
        }
        List<FactView> visible = world.joins().visible(kind.substring(EVIDENCE.length()));
        return new Subjects(
                Kind.EVIDENCE,
                visible.stream().map(FactView::id).toList(),
                visible.stream().map(view -> view.facts().orElseThrow()).toList());
    }

    int size() {
        return ids.size();
    }

    /** One of them as an expression sees it, every use noted. */
    FactView observed(int number, World world, ReadLog log) {
        return world.observed(kind, ids.get(number), records.get(number), log);
    }

    /** One of them as it is. */
    FactView alone(int number, World world) {
        return world.alone(kind, ids.get(number), records.get(number));
    }
}
