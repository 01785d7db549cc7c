package org.assay.rest.internal.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.assay.rest.internal.problem.ApiException;

/**
 * Who makes a call, and what tells the call from another.
 *
 * @param who the name of the caller's token
 * @param line method and path
 * @param condition the header {@code If-Match}, empty without one
 * @param key the header {@code Idempotency-Key}, empty without one
 */
public record Caller(String who, String line, String condition, String key) {
    private static final int MAX_KEY = 128;

    /** Reads the head of a request that has passed the token filter. */
    public static Caller of(ContainerRequestContext request) {
        String line =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
        String key = request.getHeaderString("Idempotency-Key");
        if (key != null) {
            check(key);
        }
        String condition = request.getHeaderString("If-Match");
        if (condition != null && condition.isBlank()) {
            throw EntityTag.refuse();
        }
        String who = name(request.getSecurityContext());
        return new Caller(who, line, condition == null ? "" : condition, key == null ? "" : key);
    }

    /** The head of a request whose answer holds a secret, and so is not kept to be repeated. */
    public static Caller ofSecret(ContainerRequestContext request) {
        Caller caller = of(request);
        if (!caller.key().isEmpty()) {
            throw ApiException.parameter(
                    "no-idempotency",
                    "the header 'Idempotency-Key' is not taken here: the answer holds a secret and is not kept",
                    "send it without; a name that is taken is refused in any case");
        }
        return caller;
    }

    private static String name(SecurityContext security) {
        Principal principal = security.getUserPrincipal();
        if (principal == null) {
            throw new IllegalStateException("A call came past the token filter without a name");
        }
        return principal.getName();
    }

    private static void check(String key) {
        boolean visible = key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (key.isEmpty() || key.length() > MAX_KEY || !visible) {
            throw ApiException.parameter(
                    "bad-idempotency-key",
                    "the header 'Idempotency-Key' has " + key.length() + " characters or others than visible ASCII",
                    "use 1 to " + MAX_KEY + " visible ASCII characters, such as a UUID");
        }
    }
}
