package org.assay.core.internal.regime;

import java.util.List;
import org.assay.core.internal.util.Ids;

/**
 * A regime's service, copied as it arrived.
 *
 * @param regime the regime's id
 * @param service the number of the service
 * @param bundle the bundle and its version, for people
 * @param envelopes the packs it brings
 * @param fromCache whether the container had the bundle already before this process began
 * @throws org.assay.engine.fault.FaultException if the id is none
 */
public record Arrival(String regime, long service, String bundle, List<byte[]> envelopes, boolean fromCache) {
    public Arrival {
        Ids.requireName("regime id", regime);
        envelopes = envelopes.stream().map(byte[]::clone).toList();
    }

    /** One of a bundle that was installed while this process runs. */
    public Arrival(String regime, long service, String bundle, List<byte[]> envelopes) {
        this(regime, service, bundle, envelopes, false);
    }
}
