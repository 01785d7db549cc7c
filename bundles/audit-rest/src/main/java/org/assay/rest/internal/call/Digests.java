package org.assay.rest.internal.call;

import java.util.HexFormat;
import org.assay.engine.digest.Sha256;

/** Digests that tell one body from another. */
public final class Digests {
    private Digests() {}

    /** SHA-256 in hex. */
    public static String of(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body));
    }
}
