package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.assay.core.StandingAudits;
import org.assay.core.StandingView;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.StandingJson;

/** The networks that are audited again by themselves. */
@Path("standing")
@Produces(MediaType.APPLICATION_JSON)
public final class StandingListResource {
    private final StandingAudits standing;

    StandingListResource(StandingAudits standing) {
        this.standing = standing;
    }

    /** All of them, by network. */
    @GET
    public ListJson<StandingJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(
                Lists.page("standing", standing.list(), StandingView::network, query.page()), StandingJson::of);
    }
}
