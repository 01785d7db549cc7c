package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of an address.
 *
 * @param events what it tells
 * @param network of which network; null for all
 * @param secret in Base64: a signature needs the secret itself. Back-ups leave it out: empty until there is another
 * @param former the secret before; null where there is none
 * @param rotatedAt when the secret took the former's place
 */
public record WebhookRow(
        String id,
        String url,
        List<String> events,
        @Nullable String network,
        String secret,
        @Nullable String former,
        @Nullable Instant rotatedAt,
        Instant createdAt,
        String createdBy) {
    public WebhookRow {
        events = List.copyOf(events);
    }

    /** Another address, other events and another network; the secrets stay. */
    public WebhookRow with(String otherUrl, List<String> otherEvents, @Nullable String otherNetwork) {
        return new WebhookRow(id, otherUrl, otherEvents, otherNetwork, secret, former, rotatedAt, createdAt, createdBy);
    }

    /** Whether it has a secret to sign with; not after a back-up was brought back. */
    public boolean isReady() {
        return !secret.isEmpty();
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "WebhookRow[" + id + "]";
    }
}
