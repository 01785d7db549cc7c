package org.assay.core;

import java.io.InputStream;
import java.io.OutputStream;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/** Networks and the snapshots of their facts. */
public interface Networks {

    /** The ways in which facts are written. */
    enum Format {
        /** A network document, at most 64 MB. */
        JSON,
        /** A stream of records, a line each, at most 64 kB a record. */
        NDJSON,
        /** Components only, a line each; everything else is taken over from the newest snapshot. */
        CSV
    }

    /**
     * Makes a network, or changes its name.
     *
     * @param expected the revision that the caller saw; null to change whatever is there
     * @throws PreconditionException if it has another revision
     * @throws ConflictException {@code network-country} if it has snapshots of another country
     * @throws org.assay.engine.fault.FaultException if the id, the name or the country is not one
     */
    Put put(String id, String name, String country, @Nullable Long expected, String who);

    /**
     * A network that was put.
     *
     * @param network as it is now
     * @param isNew whether it was made
     */
    record Put(NetworkView network, boolean isNew) {}

    /** All networks, by id. */
    Page<NetworkView> list(PageRequest page);

    /**
     * One network.
     *
     * @throws NotFoundException {@code unknown-network}
     */
    NetworkView get(String id);

    /**
     * Reads facts, whole or not at all, and records them as a snapshot.
     *
     * @param body read to its end, or to where reading stopped, and closed
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot} for CSV if there is nothing to take the rest from
     * @throws org.assay.engine.fault.FaultException with what is wrong, and where
     */
    IntakeReport addSnapshot(String network, Format format, InputStream body, String who);

    /**
     * Adds evidence, contracts or orders to the newest snapshot, which makes a new one.
     *
     * @param body JSON: {@code {"evidence": [...], "contracts": [...], "orders": [...]}}, each section optional
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     * @throws org.assay.engine.fault.FaultException with what is wrong, and where
     */
    IntakeReport addEvidence(String network, InputStream body, String who);

    /** A network's snapshots, newest first. */
    Page<SnapshotView> snapshots(String network, PageRequest page);

    /**
     * One snapshot.
     *
     * @param snapshot its digest, or {@code latest}
     * @throws NotFoundException {@code unknown-network} or {@code unknown-snapshot}
     */
    SnapshotView snapshot(String network, String snapshot);

    /**
     * A snapshot's facts.
     *
     * @throws NotFoundException {@code unknown-network} or {@code unknown-snapshot}
     */
    NetworkFacts facts(String network, String snapshot);

    /**
     * Writes a snapshot in its canonical form: NDJSON that {@link #addSnapshot} reads back to the same digest.
     *
     * @throws NotFoundException {@code unknown-network} or {@code unknown-snapshot}
     */
    void export(String network, String snapshot, OutputStream out);
}
