package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.measure.Groups;
import org.assay.engine.internal.world.World;

/** What audits found out about one snapshot, shared by them and given up with it. Bounded. Thread-safe. */
public final class SnapshotStore {
    private static final String EVIDENCE = "evidence.";
    private static final int KEPT_KINDS = 64;
    private static final int KEPT_MEASURES = 16;

    private final Map<Object, Columns> columns = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, Groups> groups = new LinkedHashMap<>(16, 0.75f, true);

    /** The subjects of a kind as requirements name it. */
    public Subjects subjects(String kind, World world) {
        return columns(kind, world).subjects();
    }

    Columns components(World world) {
        return columns(Kind.COMPONENT.word(), world);
    }

    synchronized Columns columns(String kind, World world) {
        Object key = kind.startsWith(EVIDENCE) ? List.of(kind, world.unseen()) : kind;
        Columns known = columns.get(key);
        if (known == null) {
            known = new Columns(Subjects.of(kind, world));
            columns.put(key, known);
            shrink(columns, KEPT_KINDS);
        }
        return known;
    }

    /** The measures under one pack and the terms of a context, computed once. */
    public synchronized Groups groups(RuleContext context, Object pack) {
        List<Object> key = new ArrayList<>();
        key.add(new AtomKey.Same(pack));
        key.add(context.world().asOf());
        key.add(context.world().recordedOn());
        key.add(context.options());
        Groups known = groups.computeIfAbsent(key, any -> new Groups());
        shrink(groups, KEPT_MEASURES);
        return known;
    }

    /** How many subjects of a kind there are. */
    public int count(String kind, World world) {
        return kind.startsWith(EVIDENCE)
                ? subjects(kind, world).size()
                : world.facts().table(Kind.ofWord(kind)).rows();
    }

    /**
     * Takes over from the store of another snapshot what is the same here: what is known of records that both share, and does not
     * follow from evidence.
     *
     * @param evidence whether nothing but evidence differs
     */
    public void adopt(SnapshotStore other, boolean evidence) {
        if (other == this || !evidence) {
            return;
        }
        Map<Object, Columns> theirs;
        synchronized (other) {
            theirs = new LinkedHashMap<>(other.columns);
        }
        synchronized (this) {
            theirs.forEach((kind, some) -> {
                if (kind instanceof String) {
                    columns.computeIfAbsent(kind, any -> some.withoutEvidence());
                }
            });
        }
    }

    private static void shrink(Map<?, ?> kept, int most) {
        var oldest = kept.values().iterator();
        while (kept.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }
}
