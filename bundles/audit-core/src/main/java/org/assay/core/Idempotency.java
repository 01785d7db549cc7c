package org.assay.core;

import java.util.function.Supplier;

/** Makes a repeated request answer what the first one answered. Replies are kept for a day. */
public interface Idempotency {

    /**
     * Does something once per caller and key.
     *
     * @param who the name of the caller's token
     * @param key the caller's key, at most 200 characters
     * @param request what tells one request from another: method, path and a digest of the body
     * @param action what to do the first time; if it throws, the key stays free
     * @return the reply, and whether it is a repeated one
     * @throws IdempotencyConflictException if the key was used for another request
     * @throws ConflictException {@code request-in-progress} while the first one is still at work
     * @throws org.assay.engine.fault.FaultException if the key is empty or too long
     */
    Replayed once(String who, String key, String request, Supplier<Reply> action);

    /**
     * An answer to keep.
     *
     * @param status its HTTP status
     * @param location its {@code Location}; empty if it has none
     * @param etag its {@code ETag}; empty if it has none
     * @param contentType of the body; empty if it has none
     * @param body at most 1 MB
     */
    record Reply(int status, String location, String etag, String contentType, byte[] body) {}

    /**
     * A reply.
     *
     * @param reply what to answer
     * @param repeated whether it was given before
     */
    record Replayed(Reply reply, boolean repeated) {}
}
