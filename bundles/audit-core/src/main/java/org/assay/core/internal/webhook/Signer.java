package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.WebhookRow;

/** Signs as Standard Webhooks says: HMAC-SHA256 over id, moment and body. Stateless. */
final class Signer {
    private static final String HMAC = "HmacSHA256";

    private Signer() {}

    /** The headers of a request; with two signatures while a former secret counts. */
    static Map<String, String> headers(WebhookRow webhook, DeliveryRow delivery, Instant now, boolean formerCounts) {
        String seconds = Long.toString(now.getEpochSecond());
        String text = delivery.id() + "." + seconds + "." + delivery.body();
        String signature = signature(webhook.secret(), text);
        if (formerCounts && webhook.former() != null) {
            signature += " " + signature(webhook.former(), text);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", seconds);
        headers.put("webhook-signature", signature);
        return headers;
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
