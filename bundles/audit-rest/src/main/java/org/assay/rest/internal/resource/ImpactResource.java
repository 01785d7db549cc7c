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
import java.util.List;
import org.assay.core.Audits;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.view.ImpactJson;

/** What going from one audit to another means: of a pack, of changed facts, of a plan. */
@Path("audits")
public final class ImpactResource {
    private static final Streams.Table TABLE = new Streams.Table("impact", List.of("by", "key", "from", "to", "count"));

    private final Audits audits;
    private final AuditFilters filters;
    private final Streams streams;

    ImpactResource(Audits audits, Streams streams) {
        this.audits = audits;
        this.filters = new AuditFilters(audits);
        this.streams = streams;
    }

    /** Counted by requirement, site, supplier and function. */
    @GET
    @Path("{audit}/impact/{other}")
    @Produces(MediaType.APPLICATION_JSON)
    public ImpactJson impact(@PathParam("audit") String audit, @PathParam("other") String other, @Context UriInfo uri) {
        return ImpactJson.of(audits.impact(audit, other, filters.of(Query.ofStream(uri), audit, other)));
    }

    /** The same as a table. */
    @GET
    @Path("{audit}/impact/{other}")
    @Produces(Streams.CSV + ";qs=0.4")
    public Response table(
            @PathParam("audit") String audit,
            @PathParam("other") String other,
            @Context UriInfo uri,
            @Context ContainerRequestContext request) {
        List<ImpactJson.Line> lines = impact(audit, other, uri).lines();
        return streams.<ImpactJson.Line>csv(request, TABLE, lines.size(), lines::forEach, ImpactJson.Line::cells);
    }
}
