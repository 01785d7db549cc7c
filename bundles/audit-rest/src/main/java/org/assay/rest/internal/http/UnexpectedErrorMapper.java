package org.assay.rest.internal.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of ours. The caller gets a number to quote and nothing of our insides; the log has the rest under that number. */
final class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Request failed, incident {}", incident, error);
        Problem problem = Problem.of(
                        500,
                        "internal",
                        "The service failed",
                        "This is a fault of the service, not of the request. The log has it under the incident's id.")
                .with("incident", incident);
        return Response.serverError().type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
