package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.assay.core.Readiness;
import org.assay.rest.internal.view.HealthJson;

/** Tells whoever operates the service how it is. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The process answers; says nothing of what it can do. */
    @GET
    @Path("live")
    public HealthJson live() {
        return HealthJson.alive();
    }

    /** Whether it can do its work: 200 or 503. */
    @GET
    @Path("ready")
    public Response ready() {
        Readiness.Status status = readiness.check();
        return Response.status(status.ready() ? 200 : 503)
                .entity(HealthJson.of(status))
                .build();
    }
}
