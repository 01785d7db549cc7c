package org.assay.engine.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.procedure.Cases;

/**
 * One snapshot together with what audits of it found out: columns, indexes, answers of rules. Whoever audits a snapshot
 * more than once keeps it; it grows with what is asked, within bounds, and ends with this object. Thread-safe.
 */
public final class PreparedFacts {
    private static final int KEPT_OUTCOMES = 4;

    private final NetworkFacts facts;
    private final SnapshotStore store = new SnapshotStore();
    private final Map<SortedMap<String, FactRecord>, PreparedFacts> outcomes = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<List<Object>, Cases.Worked> worked = new LinkedHashMap<>(16, 0.75f, true);

    private PreparedFacts(NetworkFacts facts) {
        this.facts = facts;
    }

    /** A snapshot of which nothing was found out yet. */
    public static PreparedFacts of(NetworkFacts facts) {
        return new PreparedFacts(facts);
    }

    /** The facts themselves. */
    public NetworkFacts facts() {
        return facts;
    }

    /** This, or what was found out before about the same facts with the evidence that cases made or changed. */
    PreparedFacts changed(SortedMap<String, FactRecord> evidence) {
        if (evidence.isEmpty()) {
            return this;
        }
        synchronized (outcomes) {
            PreparedFacts known = outcomes.computeIfAbsent(evidence, made -> of(Cases.outcome(facts, made)));
            if (outcomes.size() > KEPT_OUTCOMES) {
                outcomes.remove(outcomes.keySet().iterator().next());
            }
            return known;
        }
    }

    /** What the cases of a pack made of evidence on some terms, replayed when first asked for. */
    Cases.Worked worked(RuleSet rules, AuditTerms terms, Supplier<Cases.Worked> replay) {
        if (rules.pack().procedures().isEmpty()) {
            return Cases.Worked.NOTHING;
        }
        List<Object> key = List.of(rules, terms);
        synchronized (worked) {
            Cases.Worked known = worked.get(key);
            if (known != null) {
                return known;
            }
        }
        Cases.Worked fresh = replay.get();
        synchronized (worked) {
            worked.put(key, fresh);
            if (worked.size() > KEPT_OUTCOMES) {
                worked.remove(worked.keySet().iterator().next());
            }
        }
        return fresh;
    }

    SnapshotStore store() {
        return store;
    }
}
