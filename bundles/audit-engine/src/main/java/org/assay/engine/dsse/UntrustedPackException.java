package org.assay.engine.dsse;

import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/**
 * A pack is not taken because of its signature. Codes: {@code unsigned}, {@code unknown-key-id}, {@code wrong-signature},
 * {@code altered}, {@code key-revoked}, {@code key-expired}, {@code key-not-yet-valid}, {@code key-wrong-regime}.
 */
public final class UntrustedPackException extends FaultException {
    UntrustedPackException(Fault fault) {
        super(fault);
    }
}
