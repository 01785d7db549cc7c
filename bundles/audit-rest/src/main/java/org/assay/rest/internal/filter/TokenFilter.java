package org.assay.rest.internal.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.core.Feeds;
import org.assay.core.Tokens;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.Problem;
import org.assay.rest.internal.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who brings a known bearer token. The token itself is written nowhere; its name goes with the request and is
 * recorded with every change.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class TokenFilter implements ContainerRequestFilter {
    /** What answers without a token: nothing that tells of a network or a rule. */
    private static final Set<String> OPEN = Set.of("health/live", "health/ready", "openapi.json", "openapi.yaml");

    /** The one path that a calendar program reads with a secret in its query: it can send no header. */
    private static final Pattern CALENDAR = Pattern.compile("networks/([a-z][a-z0-9-]{1,62})/deadlines\\.ics");

    /** The query parameter that holds it. */
    public static final String FEED_TOKEN = "token";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final String SCHEME = "bearer ";
    private static final int MAX_TOKEN = 512;
    private static final String CHALLENGE = "Bearer realm=\"assay\"";

    private final Tokens tokens;
    private final Feeds feeds;

    /** Asks core, which compares in constant time. */
    public TokenFilter(Tokens tokens, Feeds feeds) {
        this.tokens = tokens;
        this.feeds = feeds;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (OPEN.contains(request.getUriInfo().getPath(false))) {
            return;
        }
        Matcher calendar = CALENDAR.matcher(request.getUriInfo().getPath(false));
        String feed = request.getUriInfo().getQueryParameters().getFirst(FEED_TOKEN);
        if (feed != null && calendar.matches() && READS.contains(request.getMethod())) {
            String name = feeds.authenticate(calendar.group(1), feed)
                    .orElseThrow(() -> refuse("The feed's token is not known, or was withdrawn.", CHALLENGE));
            admit(request, "feed " + name);
            return;
        }
        String secret = secret(request.getHeaderString("Authorization"))
                .orElseThrow(() -> refuse("The call brings no bearer token.", CHALLENGE));
        String name = tokens.authenticate(secret)
                .orElseThrow(() -> refuse(
                        "The bearer token is not known, or was withdrawn.", CHALLENGE + ", error=\"invalid_token\""));
        admit(request, name);
    }

    private static void admit(ContainerRequestContext request, String name) {
        request.setSecurityContext(
                new TokenHolder(name, request.getSecurityContext().isSecure()));
    }

    private static Optional<String> secret(@Nullable String header) {
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!bearer) {
            return Optional.empty();
        }
        String secret = header.substring(SCHEME.length()).strip();
        return secret.isEmpty() || secret.length() > MAX_TOKEN ? Optional.empty() : Optional.of(secret);
    }

    private static ApiException refuse(String detail, String challenge) {
        Problem problem = Problem.of(ProblemType.UNAUTHORIZED, detail)
                .remedy(
                        "Send Authorization: Bearer and a token that ./assay token add made; the first is in the file token"
                                + " of the data directory.");
        return new ApiException(problem, Map.of("WWW-Authenticate", challenge));
    }
}
