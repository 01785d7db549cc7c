package org.assay.rest.internal.view;

import java.time.Instant;
import java.util.List;
import org.assay.core.Webhooks;
import org.jspecify.annotations.Nullable;

/** A subscription as the API writes it. */
public record WebhookJson(
        String id,
        String url,
        List<String> events,
        @Nullable String network,
        String createdAt,
        String createdBy,
        @Nullable String rotatedAt,
        long waiting,
        long dead,
        @Nullable Boolean needsSecret) {

    /** From what core knows. */
    public static WebhookJson of(Webhooks.View one) {
        return new WebhookJson(
                one.id(),
                one.url(),
                one.events(),
                one.network(),
                one.createdAt().toString(),
                one.createdBy(),
                text(one.rotatedAt()),
                one.waiting(),
                one.dead(),
                one.needsSecret() ? true : null);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** A subscription with its secret, as it is handed out once. */
    public record New(WebhookJson webhook, String secret) {
        /** From what core made. */
        public static New of(Webhooks.Secret made) {
            return new New(WebhookJson.of(made.webhook()), made.secret());
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "New[" + webhook.id() + "]";
        }
    }

    /** An event on its way. */
    public record Delivery(
            String id,
            String event,
            String state,
            String createdAt,
            int tries,
            @Nullable String next,
            @Nullable String problem,
            @Nullable String keptUntil) {
        /** From what core knows. */
        public static Delivery of(Webhooks.Delivery one) {
            return new Delivery(
                    one.id(),
                    one.event(),
                    Words.of(one.state()),
                    one.createdAt().toString(),
                    one.tries(),
                    text(one.next()),
                    one.problem(),
                    text(one.keptUntil()));
        }
    }
}
