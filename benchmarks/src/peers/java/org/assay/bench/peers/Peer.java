package org.assay.bench.peers;

import org.assay.bench.inventory.Unit;

/** Somebody who judges components by the thirty rules. Used by one thread. */
public interface Peer {
    /** The first thirty bits. */
    long ALL = (1L << 30) - 1;

    /** What it is called. */
    String name();

    /**
     * Judges components.
     *
     * @param units all of them
     * @param from the first to be judged
     * @param to after the last
     * @param masks where bit n of a component is set if rule n + 1 holds for it
     */
    void judge(Unit[] units, int from, int to, long[] masks) throws Exception;
}
