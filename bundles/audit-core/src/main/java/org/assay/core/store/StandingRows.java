package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows about standing audits, one for a network at most. */
public interface StandingRows {

    /** All of them, by network. */
    List<StandingRow> all();

    /** That of a network. */
    Optional<StandingRow> find(String network);

    /** Keeps one in place of what was there; nobody is at it then. */
    void put(StandingRow row);

    /** Removes that of a network; false if there is none. */
    boolean remove(String network);

    /**
     * Takes one for a node, so that no other does its work, until a moment; the node may take it again before that.
     *
     * @param now one that another node holds until a later moment is not taken
     * @return whether it is the node's
     */
    boolean claim(String network, String node, Instant now, Instant until);
}
