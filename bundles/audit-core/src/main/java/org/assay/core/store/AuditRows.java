package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows about audits. */
public interface AuditRows {

    /** Keeps a new audit with its parts. */
    void insert(AuditRow row);

    /** Replaces the state of a running audit and its parts' results; what has ended stays, whoever else did the same work. */
    void update(AuditRow row);

    /** One audit. */
    Optional<AuditRow> find(String id);

    /** Audits of what is, or those that suppose something, newest first. */
    List<AuditRow> page(@Nullable String network, boolean trials, @Nullable String before, int limit);

    /** How many of either there are. */
    long count(@Nullable String network, boolean trials);

    /** Audits in a state, oldest first. */
    List<AuditRow> inState(String state);

    /**
     * Takes a running audit for a node, so that no other does its work, until a moment; the node may take it again before
     * that.
     *
     * @param node the id of the node
     * @param now an audit that another node holds until a later moment is not taken
     * @return whether it is the node's
     */
    boolean claim(String id, String node, Instant now, Instant until);
}
