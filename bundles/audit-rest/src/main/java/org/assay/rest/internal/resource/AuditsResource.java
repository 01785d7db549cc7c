package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.AuditBody;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.AuditJson;
import org.assay.rest.internal.view.ListJson;

/** Audits as a whole. */
@Path("audits")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditsResource {
    private final Audits audits;
    private final Bodies bodies;
    private final Once once;

    AuditsResource(Audits audits, Bodies bodies, Once once) {
        this.audits = audits;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, or those of a network, the latest first. */
    @GET
    public ListJson<AuditJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri, "network", "trial", "stale");
        return ListJson.of(
                audits.list(query.one("network").orElse(null), query.flag("trial"), query.flag("stale"), query.page()),
                AuditJson::of);
    }

    /** Makes one: 201 if it is done, 202 if it goes on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        AuditBody wanted = AuditBody.of(bytes, bodies);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> answer(audits.create(wanted.request(), caller.who())));
    }

    /** One of them. */
    @GET
    @Path("{audit}")
    public AuditJson get(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query.of(uri);
        return AuditJson.of(audits.get(audit));
    }

    /** Makes one once more, as it was made. */
    @POST
    @Path("{audit}/again")
    public Response again(@PathParam("audit") String audit, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> answer(audits.again(audit, caller.who())));
    }

    private static Answer answer(AuditView audit) {
        int status = audit.state() == AuditView.State.RUNNING ? 202 : 201;
        return new Answer(status, "audits/" + audit.id(), "", AuditJson.of(audit));
    }
}
