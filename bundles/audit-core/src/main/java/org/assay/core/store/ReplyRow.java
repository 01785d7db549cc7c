package org.assay.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept reply.
 *
 * @param who the caller
 * @param key the caller's key
 * @param request a digest of the request
 * @param at when it was claimed
 * @param node which node claimed it; null if that was before nodes were named
 * @param heldUntil how long other nodes leave the claim alone; null as for the node
 * @param reply the reply as JSON; null while the request is at work
 */
public record ReplyRow(
        String who,
        String key,
        String request,
        Instant at,
        @Nullable String node,
        @Nullable Instant heldUntil,
        @Nullable String reply) {

    /** The same with its reply. */
    public ReplyRow answered(String text) {
        return new ReplyRow(who, key, request, at, node, heldUntil, text);
    }
}
