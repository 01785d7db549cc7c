package org.assay.core.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows about audits. */
public interface AuditRows {

    /** Keeps a new audit with its parts. */
    void insert(AuditRow row);

    /** Replaces an audit's state and its parts' results. */
    void update(AuditRow row);

    /** One audit. */
    Optional<AuditRow> find(String id);

    /** Audits, newest first. */
    List<AuditRow> page(@Nullable String network, @Nullable String before, int limit);

    /** How many audits there are. */
    long count(@Nullable String network);

    /** Audits in a state, oldest first. */
    List<AuditRow> inState(String state);
}
