package org.assay.core.store;

import java.util.List;
import java.util.Optional;

/** Rows about regimes. */
public interface RegimeRows {

    /** Every regime that is or was installed, by id. */
    List<RegimeRow> all();

    /** One of them. */
    Optional<RegimeRow> find(String id);

    /** As {@link #find}, and holds the row until the transaction ends: changes of one regime's packs go one by one. */
    Optional<RegimeRow> lock(String id);

    /** Inserts or replaces. */
    void put(RegimeRow row);
}
