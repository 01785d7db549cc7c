package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.PackKeys.KeyView;
import org.jspecify.annotations.Nullable;

/** A key that packs may be signed with, as the API writes it. */
public record KeyJson(
        String id,
        String publicKey,
        @Nullable String label,
        List<String> regimes,
        String from,
        @Nullable String until,
        String state,
        String addedAt,
        String addedBy,
        @Nullable String revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason) {

    /** From what core knows. */
    public static KeyJson of(KeyView key) {
        return new KeyJson(
                key.id(),
                key.publicKey(),
                Words.orNone(key.label()),
                key.regimes(),
                key.from().toString(),
                Words.orNone(key.until()),
                Words.of(key.state()),
                key.addedAt().toString(),
                key.addedBy(),
                Words.orNone(key.revokedAt()),
                key.revokedBy(),
                key.reason());
    }
}
