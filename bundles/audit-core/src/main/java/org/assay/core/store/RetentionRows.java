package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is removed once it is old, and the blobs that nothing names any more. Whoever names a blob, or something else that may
 * be removed, and whoever removes it, first locks the ledger: what is asked here after that stays so until the transaction ends.
 */
public interface RetentionRows {

    /** The audits of a network that were not removed, trials too, the oldest first. */
    List<Old> audits(String network);

    /**
     * What tells whether an audit may go.
     *
     * @param id its id
     * @param snapshot the number of its snapshot
     * @param state where it is
     * @param endedAt when it ended, or was asked for where it did not
     * @param trial whether it supposes something
     * @param regimes under which regimes it is
     */
    record Old(String id, long snapshot, String state, Instant endedAt, boolean trial, List<String> regimes) {
        public Old {
            regimes = List.copyOf(regimes);
        }
    }

    /** The ids of all audits that an activation, or a plan for one, relied on. */
    Set<String> relied();

    /** Whether an audit that was not removed is of a snapshot. */
    boolean isAudited(String network, long number);

    /** Marks an audit as removed: it names its blobs no more. */
    void removeAudit(String id, Removal removal);

    /** Marks a snapshot as removed: it names its blob no more. */
    void removeSnapshot(String network, long number, Removal removal);

    /** The blobs that no row names. */
    Set<String> unnamed();

    /** Whether a row names a blob. */
    boolean isNamed(String blob);

    /** Whether there is a blob. */
    boolean has(String blob);

    /** Deletes a blob that no row names; false while a back-up is written, which may want it. */
    boolean delete(String blob);
}
