package org.assay.rest.internal.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/** What Jersey itself refuses, as a problem: an unknown path, a wrong method or media type, a parameter it cannot read. */
public final class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, Kind> KINDS = Map.of(
            400,
            new Kind("bad-request", "The request is malformed", "A parameter or header cannot be read."),
            404,
            new Kind(
                    "unknown-path",
                    "There is nothing here",
                    "No call has this path, or a parameter in it is malformed."),
            405,
            new Kind(
                    "method-not-allowed",
                    "Not with this method",
                    "The path exists; the header Allow names its methods."),
            406,
            new Kind("not-acceptable", "No such representation", "None of the media types in Accept is offered here."),
            415,
            new Kind("unsupported-media-type", "Not this media type", "The body's Content-Type is not taken here."));

    private final UriInfo uri;

    /** {@code uri} is Jersey's stand-in for that of the request at hand. */
    public HttpErrorMapper(@Context UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public Response toResponse(WebApplicationException error) {
        Response original = error.getResponse();
        if (original.hasEntity() || original.getStatus() < 400) {
            return original;
        }
        int status = original.getStatus();
        Kind kind = KINDS.getOrDefault(status, new Kind("http-" + status, title(original), ""));
        Problem problem = Problem.of(status, kind.word(), kind.title(), kind.detail())
                .with("instance", uri.getRequestUri().getRawPath());
        return Response.fromResponse(original)
                .header(HttpHeaders.CONTENT_LENGTH, null)
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static String title(Response response) {
        return response.getStatusInfo().getReasonPhrase();
    }

    private record Kind(String word, String title, String detail) {}
}
