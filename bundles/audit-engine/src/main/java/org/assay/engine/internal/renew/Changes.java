package org.assay.engine.internal.renew;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * What is otherwise in one snapshot than in another one. Immutable.
 *
 * @param kinds by kind of record; every kind but evidence is there
 * @param evidence the evidence
 */
public record Changes(Map<Kind, KindChange> kinds, EvidenceChange evidence) {
    public Changes {
        kinds = Map.copyOf(kinds);
    }

    /**
     * What differs; empty where something else may mean what it did not before, as when more was delivered, or when a
     * correction came that may undo any record.
     */
    public static Optional<Changes> between(NetworkFacts before, NetworkFacts after) {
        if (!before.notDelivered().equals(after.notDelivered())) {
            return Optional.empty();
        }
        Map<Kind, KindChange> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(kind, KindChange.between(before.table(kind), after.table(kind)));
        }
        KindChange evidence = kinds.remove(Kind.EVIDENCE);
        EvidenceChange changed = EvidenceChange.of(evidence);
        return changed.any(Set.of(FactModel.CORRECTION)) ? Optional.empty() : Optional.of(new Changes(kinds, changed));
    }

    /** What differs of a kind other than evidence. */
    public KindChange of(Kind kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseThrow();
    }

    /** Whether all is the same. */
    public boolean isNone() {
        return evidence.isNone() && isEvidence();
    }

    /** Whether nothing but evidence differs. */
    public boolean isEvidence() {
        return kinds.values().stream().allMatch(KindChange::isNone);
    }

    /** Whether any record of some kinds differs. */
    boolean any(Set<Kind> some) {
        return some.stream().anyMatch(kind -> kind == Kind.EVIDENCE ? !evidence.isNone() : !of(kind).isNone());
    }

    /** Whether any record of some kinds, evidence apart, came or went. */
    boolean comings(Set<Kind> some) {
        return some.stream()
                .map(this::of)
                .anyMatch(
                        change -> !change.added().isEmpty() || !change.removed().isEmpty());
    }
}
