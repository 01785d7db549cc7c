package org.assay.bench.peers;

import java.util.Arrays;
import org.assay.bench.inventory.Unit;

/** Where rules mark what is broken. */
public final class Broken {
    private final long[] masks;

    /** Nothing is broken yet among these components. */
    public Broken(long[] masks, int from, int to) {
        this.masks = masks;
        Arrays.fill(masks, from, to, Peer.ALL);
    }

    /** A rule is broken by a component. */
    public void mark(Unit unit, int rule) {
        masks[Integer.parseInt(unit.id().substring(1))] &= ~(1L << rule - 1);
    }
}
