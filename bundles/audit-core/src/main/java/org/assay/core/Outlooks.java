package org.assay.core;

import java.util.Set;
import java.util.function.Consumer;

/** What will change if nobody does anything: no new fact, no new pack, no step but those that are planned. Nothing is stored. */
public interface Outlooks {
    /** How far ahead is looked where a caller says nothing. */
    int DEFAULT_DAYS = 365;

    /** How far ahead is looked at most. */
    int MAX_DAYS = 3_660;

    /**
     * The days from today on, in the network's time zone, on which a verdict on its newest snapshot changes, with each change.
     * It takes no longer than some seconds: what is not done by then is told, and done when it is asked for again; each time at
     * least one day more is known.
     *
     * @param regimes which installed regimes; empty for all
     * @param days how many days ahead, 1 to {@link #MAX_DAYS}
     * @param page which changes, by day, regime, requirement and subject
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot} or {@code regime-not-installed}
     * @throws org.assay.engine.fault.FaultException {@code bad-days}, or that a cursor is none
     */
    OutlookView outlook(String network, Set<String> regimes, int days, PageRequest page);

    /** All changes in the order of {@link #outlook}, without ever holding their texts; gives the same without changes. */
    OutlookView forEachChange(String network, Set<String> regimes, int days, Consumer<OutlookView.Change> sink);
}
