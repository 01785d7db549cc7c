package org.assay.core.store;

import java.util.List;
import java.util.Optional;

/** Rows about the keys that packs may be signed with. */
public interface KeyRows {

    /** All keys, revoked ones too, by id. */
    List<KeyRow> all();

    /** One key, locked until the transaction ends. */
    Optional<KeyRow> lock(String id);

    /** Keeps a key, in place of what was known of it. */
    void put(KeyRow row);
}
