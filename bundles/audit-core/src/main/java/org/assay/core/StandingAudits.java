package org.assay.core;

import java.util.List;

/**
 * Networks that are audited again by themselves: as soon as the last such audit is stale, be it that facts, a pack or a waiver
 * changed or that a date passed. The audits are of the day, in the network's time zone, with the packs' default options.
 */
public interface StandingAudits {

    /** All of them, by network. */
    List<StandingView> list();

    /**
     * That of a network.
     *
     * @throws NotFoundException {@code unknown-network}, or {@code unknown-standing} if it has none
     */
    StandingView get(String network);

    /**
     * Lets a network be audited under some regimes, in place of what was asked for before. The first audit follows within
     * seconds.
     *
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code regime-not-installed}
     * @throws org.assay.engine.fault.FaultException if there is no regime, or one twice
     */
    Put put(String network, List<String> regimes, String who);

    /**
     * What was put.
     *
     * @param isNew whether the network had none
     */
    record Put(StandingView standing, boolean isNew) {}

    /**
     * Ends it; audits that were made stay.
     *
     * @throws NotFoundException as for {@link #get}
     */
    void remove(String network, String who);
}
