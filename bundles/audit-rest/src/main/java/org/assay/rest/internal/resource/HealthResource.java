package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells whoever operates the service how it is. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    /** The process answers; says nothing of what it can do. */
    @GET
    @Path("live")
    public Health live() {
        return new Health("up");
    }

    /**
     * The answer.
     *
     * @param status {@code up}
     */
    public record Health(String status) {}
}
