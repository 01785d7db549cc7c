package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRow.Former;

/** Signs as Standard Webhooks says: HMAC-SHA256 over id, moment and body. Stateless. */
final class Signer {
    /** How long a secret that was replaced signs too. */
    static final Duration FORMER_COUNTS = Duration.ofDays(1);

    private static final String HMAC = "HmacSHA256";

    private Signer() {}

    /** The headers of a request; with several signatures while former secrets count. */
    static Map<String, String> headers(WebhookRow webhook, DeliveryRow delivery, Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        String text = delivery.id() + "." + seconds + "." + delivery.body();
        String signatures = Stream.concat(
                        Stream.of(webhook.secret()),
                        counting(webhook, now).stream().map(Former::secret))
                .map(secret -> signature(secret, text))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", seconds);
        headers.put("webhook-signature", signatures);
        return headers;
    }

    /** Of the secrets that were replaced, those that sign too. */
    static List<Former> counting(WebhookRow webhook, Instant now) {
        return webhook.former().stream()
                .filter(one -> now.isBefore(one.replacedAt().plus(FORMER_COUNTS)))
                .toList();
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without " + HMAC, e);
        }
    }
}
