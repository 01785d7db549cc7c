package org.assay.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a subscriber.
 *
 * @param webhook the subscription's id
 * @param event what it tells
 * @param body the JSON that is sent
 * @param tries how often it was sent
 * @param next when it is sent next; of one that arrived or was given up, when that was (null if
 *     a version before kept it)
 * @param problem why the last try failed
 */
public record DeliveryRow(
        String id,
        String webhook,
        String event,
        String body,
        String state,
        Instant createdAt,
        int tries,
        @Nullable Instant next,
        @Nullable String problem) {

    /** The same after a try. */
    public DeliveryRow after(String became, int times, @Nullable Instant again, @Nullable String why) {
        return new DeliveryRow(id, webhook, event, body, became, createdAt, times, again, why);
    }
}
