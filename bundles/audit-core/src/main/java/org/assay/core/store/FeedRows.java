package org.assay.core.store;

import java.util.List;

/** Rows about calendar feeds. */
public interface FeedRows {

    /** A network's feeds, by name. */
    List<FeedRow> of(String network);

    /** Keeps a new one. */
    void insert(FeedRow row);

    /** Removes one; false if there is none. */
    boolean remove(String network, String name);
}
