package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import org.assay.core.Feeds;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.TokenBody;
import org.assay.rest.internal.filter.TokenFilter;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.FeedJson;
import org.assay.rest.internal.view.ListJson;

/** The secrets with which calendar programs read a network's deadlines. */
@Path("networks/{network}/feeds")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedsResource {
    private final Feeds feeds;
    private final Bodies bodies;
    private final Once once;

    FeedsResource(Feeds feeds, Bodies bodies, Once once) {
        this.feeds = feeds;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, by name, without their secrets. */
    @GET
    public ListJson<FeedJson> list(@PathParam("network") String network, @Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(
                Lists.page("feeds " + network, feeds.list(network), Feeds.FeedView::name, query.page()), FeedJson::of);
    }

    /** Makes one. Its secret is answered once and kept nowhere, so this cannot be repeated. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        Caller caller = Caller.ofSecret(request);
        TokenBody wanted = bodies.read(Bodies.bytes(body, Limits.SMALL), TokenBody.class);
        Feeds.NewFeed made = feeds.add(network, wanted.name(), caller.who());
        URI calendar = request.getUriInfo()
                .getBaseUri()
                .resolve("networks/" + network + "/deadlines.ics?" + TokenFilter.FEED_TOKEN + "=" + made.secret());
        return Response.created(URI.create("networks/" + network + "/feeds/" + made.name()))
                .entity(new FeedJson.New(made.name(), made.secret(), calendar.toString()))
                .build();
    }

    /** Withdraws one at once. */
    @DELETE
    @Path("{feed}")
    public Response revoke(
            @PathParam("network") String network,
            @PathParam("feed") String feed,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            feeds.revoke(network, feed, caller.who());
            return Answer.gone();
        });
    }
}
