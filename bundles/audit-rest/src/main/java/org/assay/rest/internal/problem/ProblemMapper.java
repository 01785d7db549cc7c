package org.assay.rest.internal.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.assay.core.ConflictException;
import org.assay.core.GoneException;
import org.assay.core.IdempotencyConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PreconditionException;
import org.assay.core.ProblemException;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever is thrown as a problem. A failure of ours gives the caller an incident's id and nothing of our insides;
 * the log has the rest under that id.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    private @Nullable UriInfo uri;

    /** Jersey injects the request's address. */
    public ProblemMapper() {
        this.uri = null;
    }

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException jersey) {
            return ofJersey(jersey.getResponse());
        }
        Problem problem = problem(error);
        Response.ResponseBuilder response = answer(problem);
        Storage.retryAfter(problem).ifPresent(seconds -> response.header("Retry-After", seconds));
        if (error instanceof ApiException api) {
            api.headers().forEach(response::header);
        }
        return response.build();
    }

    private Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(placed(problem));
    }

    private Problem placed(Problem problem) {
        return uri == null
                ? problem
                : problem.with("instance", uri.getRequestUri().getRawPath());
    }

    private Problem problem(Throwable error) {
        if (error instanceof ApiException api) {
            return api.problem();
        }
        if (error instanceof FaultException faults) {
            return Faults.problem(ProblemType.INVALID_BODY, faults.faults());
        }
        if (error instanceof ProblemException core) {
            return ofCore(core);
        }
        return Storage.problem(error).orElseGet(() -> incident(error));
    }

    private static Problem ofCore(ProblemException error) {
        int status = status(error);
        String title = ProblemType.of(error.type()).map(ProblemType::title).orElse("It cannot be done as things stand");
        return new Problem(ProblemType.NAMESPACE + error.type(), title, status, error.getMessage(), error.details())
                .remedy(error.hint());
    }

    private static int status(ProblemException error) {
        if (error instanceof NotFoundException) {
            return 404;
        }
        if (error instanceof GoneException) {
            return 410;
        }
        if (error instanceof PreconditionException) {
            return 412;
        }
        if (error instanceof ConflictException || error instanceof IdempotencyConflictException) {
            return 409;
        }
        return 422;
    }

    /** What Jersey itself refuses: an unknown path, a wrong method or media type. */
    private Response ofJersey(Response original) {
        if (original.hasEntity() || original.getStatus() < 400) {
            return original;
        }
        Problem problem = JerseyProblems.of(original.getStatus(), original.getHeaderString(HttpHeaders.ALLOW));
        return Response.fromResponse(original)
                .entity(placed(problem))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static Problem incident(Throwable error) {
        String incident = UUID.randomUUID().toString();
        LOG.error("A request failed, incident {}", incident, error);
        return Problem.of(ProblemType.INTERNAL, "This is a fault of the service, not of the request.")
                .remedy("Look for the incident's id in the service's log.")
                .with("incident", incident);
    }
}
