package org.assay.core.internal.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.core.store.WebhookRow;
import org.assay.engine.digest.Sha256;

/** The revision of a subscription: a number made of what callers can see of it, so that no table has to count. */
final class Revision {
    /** Eighteen decimal digits at most, as entity tags have. */
    private static final long RANGE = 1_000_000_000_000_000_000L;

    private Revision() {}

    static long of(WebhookRow row) {
        String seen = List.of(
                        row.url(),
                        String.join(",", row.events()),
                        String.valueOf(row.network()),
                        String.valueOf(row.rotatedAt()))
                .toString();
        byte[] digest = Sha256.of(seen.getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(ByteBuffer.wrap(digest).getLong(), RANGE);
    }
}
