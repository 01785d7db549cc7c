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
 * @param former the secrets before that may still sign, the last one first
 * @param rotatedAt when the secret took the place of another
 */
public record WebhookRow(
        String id,
        String url,
        List<String> events,
        @Nullable String network,
        String secret,
        List<Former> former,
        @Nullable Instant rotatedAt,
        Instant createdAt,
        String createdBy) {
    public WebhookRow {
        events = List.copyOf(events);
        former = List.copyOf(former);
    }

    /** A secret that was replaced, and when. */
    public record Former(String secret, Instant replacedAt) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Former[" + replacedAt + "]";
        }
    }

    /** Another address, other events and another network; the secrets stay. */
    public WebhookRow with(String otherUrl, List<String> otherEvents, @Nullable String otherNetwork) {
        return new WebhookRow(id, otherUrl, otherEvents, otherNetwork, secret, former, rotatedAt, createdAt, createdBy);
    }

    /** The same with another secret, and with these that were replaced. */
    public WebhookRow rotated(String newSecret, List<Former> replaced, Instant now) {
        return new WebhookRow(id, url, events, network, newSecret, replaced, now, createdAt, createdBy);
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
