package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.assay.core.StandingAudits;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.StandingBody;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.StandingJson;

/** Whether a network is audited again by itself. */
@Path("networks/{network}/standing")
@Produces(MediaType.APPLICATION_JSON)
public final class StandingResource {
    private final StandingAudits standing;
    private final Bodies bodies;
    private final Once once;

    StandingResource(StandingAudits standing, Bodies bodies, Once once) {
        this.standing = standing;
        this.bodies = bodies;
        this.once = once;
    }

    /** That of a network. */
    @GET
    public StandingJson get(@PathParam("network") String network, @Context UriInfo uri) {
        Query.of(uri);
        return StandingJson.of(standing.get(network));
    }

    /** Asks for one, in place of what was asked for before. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        StandingBody wanted = bodies.read(bytes, StandingBody.class);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> {
            StandingAudits.Put put = standing.put(network, wanted.regimes(), caller.who());
            return Answer.made(put.isNew(), "networks/" + network + "/standing", StandingJson.of(put.standing()));
        });
    }

    /** Ends that of a network. */
    @DELETE
    public Response remove(@PathParam("network") String network, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            standing.remove(network, caller.who());
            return Answer.gone();
        });
    }
}
