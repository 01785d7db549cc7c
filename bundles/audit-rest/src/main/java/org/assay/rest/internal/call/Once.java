package org.assay.rest.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.core.Idempotency;
import org.assay.core.Idempotency.Replayed;
import org.assay.core.Idempotency.Reply;

/** Does what changes something, once per idempotency key. Safe for many threads at once. */
public final class Once {
    private static final byte[] NOTHING = {};

    private final Idempotency idempotency;
    private final ObjectMapper json;

    /** Keeps replies with core. */
    public Once(Idempotency idempotency, ObjectMapper json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * Does it, or repeats what was answered to the same key.
     *
     * @param body tells this call's body from another's; empty without one
     */
    public Response answer(Caller caller, String body, Supplier<Answer> action) {
        if (caller.key().isEmpty()) {
            return response(reply(action.get()), false);
        }
        String request = caller.line() + "\n" + caller.condition() + "\n" + body;
        Replayed replayed = idempotency.once(caller.who(), caller.key(), request, () -> reply(action.get()));
        return response(replayed.reply(), replayed.repeated());
    }

    /** As above, for a body that is too large to be held: it is kept in a file if there is a key. */
    public Response streamed(Caller caller, InputStream body, Function<InputStream, Answer> action) {
        return caller.key().isEmpty()
                ? response(reply(action.apply(body)), false)
                : Spool.through(body, (kept, digest) -> answer(caller, digest, () -> action.apply(kept)));
    }

    private Reply reply(Answer answer) {
        byte[] body = answer.body() == null ? NOTHING : bytes(answer.body());
        String type = answer.body() == null ? "" : MediaType.APPLICATION_JSON;
        return new Reply(answer.status(), answer.location(), answer.etag(), type, body);
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of ours cannot be written as JSON", e);
        }
    }

    private static Response response(Reply reply, boolean repeated) {
        Response.ResponseBuilder response = Response.status(reply.status());
        if (!reply.location().isEmpty()) {
            response.location(URI.create(reply.location()));
        }
        if (!reply.etag().isEmpty()) {
            response.header("ETag", reply.etag());
        }
        if (!reply.contentType().isEmpty()) {
            response.type(reply.contentType()).entity(reply.body());
        }
        if (reply.status() == 202) {
            response.header("Retry-After", 1);
        }
        if (repeated) {
            response.header("Idempotent-Replayed", true);
        }
        return response.build();
    }
}
