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

    /** Replaces state, activation, approval and plan of the packs of those digests. */
    void update(List<PackRow> rows);

    /** Keeps what the activation of a pack relied on. */
    void rely(PreviewRow row);

    /** What activations of the pack of a digest relied on, in their order. */
    List<PreviewRow> relied(String digest);

    /** Adds events; their numbers are given by the store and count up. */
    void addEvents(List<PackEventRow> events);

    /** A regime's events, newest first. */
    List<PackEventRow> events(String regime, @Nullable Long before, int limit);

    /** A regime's events that count from a moment or from before it, in the order in which they came. */
    List<PackEventRow> eventsUntil(String regime, Instant moment);

    /** How many events a regime has. */
    long countEvents(String regime);
}
