package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.assay.core.OutlookView;
import org.assay.core.Outlooks;
import org.assay.core.PageRequest;
import org.assay.rest.internal.call.Languages;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.view.OutlookJson;

/** What will change in a network if nobody does anything. */
@Path("networks")
public final class OutlookResource {
    private static final String DAYS = "days";
    private static final String REGIME = "regime";
    private static final Streams.Table TABLE = new Streams.Table(
            "outlook",
            List.of("day", "regime", "requirement", "kind", "subject", "from", "to", "code", "severity", "because"));

    private final Outlooks outlooks;
    private final Streams streams;

    OutlookResource(Outlooks outlooks, Streams streams) {
        this.outlooks = outlooks;
        this.streams = streams;
    }

    /** The days with what changes on them, and the changes, a page. */
    @GET
    @Path("{network}/outlook")
    @Produces(MediaType.APPLICATION_JSON)
    public OutlookJson outlook(
            @PathParam("network") String network, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Query query = Query.ofList(uri, DAYS, REGIME);
        return OutlookJson.of(
                outlooks.outlook(network, query.set(REGIME), days(query), query.page()),
                again(uri),
                Languages.of(request));
    }

    /** The same call from its first page: a cursor is of what was known when it was given out. */
    private static String again(UriInfo uri) {
        URI all = uri.getRequestUriBuilder().replaceQueryParam("cursor").build();
        return all.getRawPath() + (all.getRawQuery() == null ? "" : "?" + all.getRawQuery());
    }

    /** All changes as a table. */
    @GET
    @Path("{network}/outlook")
    @Produces(Streams.CSV + ";qs=0.4")
    public Response table(
            @PathParam("network") String network, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Query query = Query.of(uri, DAYS, REGIME);
        Languages languages = Languages.of(request);
        OutlookView known = outlooks.outlook(network, query.set(REGIME), days(query), PageRequest.first());
        if (!known.isComplete()) {
            throw ApiException.parameter(
                    "not-looked-at-yet",
                    "the outlook is known up to " + known.looked() + " so far",
                    "ask for the JSON form until it is complete: each call goes on, and tells how far it is");
        }
        return streams.<OutlookView.Change>csv(
                request,
                TABLE,
                known.changes().total(),
                sink -> outlooks.forEachChange(network, query.set(REGIME), days(query), sink),
                change -> OutlookJson.Change.of(change, languages).cells());
    }

    private static int days(Query query) {
        return query.number(DAYS, Outlooks.DEFAULT_DAYS, "use a number from 1 to " + Outlooks.MAX_DAYS);
    }
}
