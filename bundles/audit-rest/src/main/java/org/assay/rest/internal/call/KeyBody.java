package org.assay.rest.internal.call;

import java.time.Instant;
import java.util.List;
import org.assay.core.PackKeys;
import org.jspecify.annotations.Nullable;

/** The body that adds a key, or changes its terms. */
public record KeyBody(
        String publicKey,
        List<String> regimes,
        @Nullable String label,
        @Nullable Instant from,
        @Nullable Instant until) {
    public KeyBody {
        Required.field("publicKey", publicKey);
        Required.field("regimes", regimes);
        regimes = List.copyOf(regimes);
    }

    /** What core is asked. */
    public PackKeys.NewKey key() {
        return new PackKeys.NewKey(publicKey, label == null ? "" : label, regimes, from, until);
    }
}
