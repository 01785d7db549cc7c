package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows about packs. */
public interface PackRows {

    /** A regime's packs, in the order in which they came. */
    List<PackRow> of(String regime);

    /** The pack of that digest. */
    Optional<PackRow> byDigest(String digest);

    /** Keeps a new one. */
    void insert(PackRow row);

    /** Packs of all regimes that are to be activated at a moment or before it, the earliest first. */
    List<PackRow> due(Instant now);

    /** Replaces state, activation, approval and plan of the pack of that digest. */
    void update(PackRow row);

    /** Keeps what the activation of a pack relied on. */
    void rely(PreviewRow row);

    /** What activations of the pack of a digest relied on, in their order. */
    List<PreviewRow> relied(String digest);

    /** Adds an event; its number is given by the store and counts up. */
    void addEvent(PackEventRow event);

    /** A regime's events, newest first. */
    List<PackEventRow> events(String regime, @Nullable Long before, int limit);

    /** How many events a regime has. */
    long countEvents(String regime);
}
