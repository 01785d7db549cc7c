package org.assay.rest.internal.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems of requests that reach no resource. */
final class JerseyProblems {
    private JerseyProblems() {}

    static Problem of(int status, @Nullable String allow) {
        return switch (status) {
            case 400 -> Problem.of(ProblemType.INVALID_PARAMETER, "The request line or a header cannot be read.");
            case 404 ->
                Problem.of(ProblemType.UNKNOWN_PATH, "Nothing is served at this path.")
                        .remedy("See /api/v1/openapi.json for every call.");
            case 405 ->
                Problem.of(
                                ProblemType.METHOD_NOT_ALLOWED,
                                "The path takes " + (allow == null ? "other methods" : allow) + ".")
                        .remedy("Use one of the methods that the header Allow names.");
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "Nothing that the header Accept names is offered here.")
                        .remedy(
                                "Accept application/json; verdicts and findings also come as application/x-ndjson and text/csv.");
            case 415 ->
                Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "The header Content-Type is missing or names a type that is not taken here.")
                        .remedy(ProblemType.TYPES_TAKEN);
            default ->
                new Problem(
                        ProblemType.NAMESPACE + "http-" + status,
                        "The request was refused",
                        status,
                        "Status " + status,
                        Map.of());
        };
    }
}
