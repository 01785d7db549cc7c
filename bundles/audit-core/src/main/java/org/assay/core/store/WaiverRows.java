package org.assay.core.store;

import java.util.List;
import java.util.Optional;

/** Rows about waivers. */
public interface WaiverRows {

    /** A network's waivers, newest first. */
    List<WaiverRow> of(String network);

    /** One waiver. */
    Optional<WaiverRow> find(String id);

    /** One waiver, locked until the transaction ends. */
    Optional<WaiverRow> lock(String id);

    /** Keeps a new one. */
    void insert(WaiverRow row);

    /** Replaces approval and withdrawal. */
    void update(WaiverRow row);
}
