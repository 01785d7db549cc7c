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
 * @param reply the reply as JSON; null while the request is at work
 */
public record ReplyRow(String who, String key, String request, Instant at, @Nullable String reply) {}
