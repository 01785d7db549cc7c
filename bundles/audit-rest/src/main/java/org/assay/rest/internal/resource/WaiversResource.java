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
import org.assay.core.Waivers;
import org.assay.core.Waivers.WaiverView;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.ReasonBody;
import org.assay.rest.internal.call.WaiverBody;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.WaiverJson;

/** The waivers of a network. */
@Path("networks/{network}/waivers")
@Produces(MediaType.APPLICATION_JSON)
public final class WaiversResource {
    private final Waivers waivers;
    private final Bodies bodies;
    private final Once once;

    WaiversResource(Waivers waivers, Bodies bodies, Once once) {
        this.waivers = waivers;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, the newest first. */
    @GET
    public ListJson<WaiverJson> list(@PathParam("network") String network, @Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(
                Lists.page("waivers " + network, waivers.list(network), WaiverView::id, query.page()), WaiverJson::of);
    }

    /** Asks for one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        WaiverBody wanted = bodies.read(bytes, WaiverBody.class);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> {
            WaiverView waiver = waivers.ask(network, wanted.request(), caller.who());
            return Answer.made(true, "networks/" + network + "/waivers/" + waiver.id(), WaiverJson.of(waiver));
        });
    }

    /** One of them. */
    @GET
    @Path("{waiver}")
    public WaiverJson get(
            @PathParam("network") String network, @PathParam("waiver") String waiver, @Context UriInfo uri) {
        Query.of(uri);
        return WaiverJson.of(waivers.get(network, waiver));
    }

    /** Approves one. */
    @POST
    @Path("{waiver}/approve")
    public Response approve(
            @PathParam("network") String network,
            @PathParam("waiver") String waiver,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> Answer.ok(WaiverJson.of(waivers.approve(network, waiver, caller.who()))));
    }

    /** Withdraws one. */
    @POST
    @Path("{waiver}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(
            @PathParam("network") String network,
            @PathParam("waiver") String waiver,
            @Context ContainerRequestContext request,
            InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        ReasonBody why = bodies.read(bytes, ReasonBody.class);
        Caller caller = Caller.of(request);
        return once.answer(
                caller,
                Digests.of(bytes),
                () -> Answer.ok(WaiverJson.of(waivers.withdraw(network, waiver, why.reason(), caller.who()))));
    }
}
