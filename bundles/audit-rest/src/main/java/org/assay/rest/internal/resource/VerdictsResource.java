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
import org.assay.core.Audits;
import org.assay.core.Finding;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.rest.internal.call.Languages;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.export.VerdictCells;
import org.assay.rest.internal.view.FindingJson;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.VerdictJson;

/**
 * The verdicts and findings of an audit, as pages or as streams of all. A done audit never changes, so what its list
 * counts is what its stream holds.
 */
@Path("audits")
public final class VerdictsResource {
    private static final PageRequest TO_COUNT = new PageRequest(null, 1);

    private final Audits audits;
    private final AuditFilters filters;
    private final Streams streams;

    VerdictsResource(Audits audits, Streams streams) {
        this.audits = audits;
        this.filters = new AuditFilters(audits);
        this.streams = streams;
    }

    /** A page of verdicts. */
    @GET
    @Path("{audit}/verdicts")
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<VerdictJson> verdicts(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Query query = Query.ofVerdicts(uri);
        Languages languages = Languages.of(request);
        return ListJson.of(
                audits.verdicts(audit, filters.of(query, audit), query.page()),
                verdict -> VerdictJson.of(verdict, languages));
    }

    /** All verdicts, a line of JSON each. */
    @GET
    @Path("{audit}/verdicts")
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response verdictLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        VerdictFilter filter = filters.of(Query.ofStream(uri), audit);
        Languages languages = Languages.of(request);
        return streams.<Verdict>ndjson(
                request,
                audits.verdicts(audit, filter, TO_COUNT).total(),
                sink -> audits.forEachVerdict(audit, filter, sink),
                verdict -> VerdictJson.of(verdict, languages));
    }

    /** All verdicts as a table. */
    @GET
    @Path("{audit}/verdicts")
    @Produces(Streams.CSV + ";qs=0.4")
    public Response verdictTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        VerdictFilter filter = filters.of(Query.ofStream(uri), audit);
        Languages languages = Languages.of(request);
        return streams.<Verdict>csv(
                request,
                VerdictCells.VERDICTS,
                audits.verdicts(audit, filter, TO_COUNT).total(),
                sink -> audits.forEachVerdict(audit, filter, sink),
                verdict -> VerdictCells.of(VerdictJson.of(verdict, languages)));
    }

    /** A page of findings. */
    @GET
    @Path("{audit}/findings")
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<FindingJson> findings(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Query query = Query.ofVerdicts(uri);
        Languages languages = Languages.of(request);
        return ListJson.of(
                audits.findings(audit, filters.of(query, audit), query.page()),
                finding -> FindingJson.of(finding, languages));
    }

    /** All findings, a line of JSON each. */
    @GET
    @Path("{audit}/findings")
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response findingLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        VerdictFilter filter = filters.of(Query.ofStream(uri), audit);
        Languages languages = Languages.of(request);
        return streams.<Finding>ndjson(
                request,
                audits.findings(audit, filter, TO_COUNT).total(),
                sink -> audits.forEachFinding(audit, filter, sink),
                finding -> FindingJson.of(finding, languages));
    }

    /** All findings as a table. */
    @GET
    @Path("{audit}/findings")
    @Produces(Streams.CSV + ";qs=0.4")
    public Response findingTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        VerdictFilter filter = filters.of(Query.ofStream(uri), audit);
        Languages languages = Languages.of(request);
        return streams.<Finding>csv(
                request,
                VerdictCells.FINDINGS,
                audits.findings(audit, filter, TO_COUNT).total(),
                sink -> audits.forEachFinding(audit, filter, sink),
                finding -> VerdictCells.of(FindingJson.of(finding, languages)));
    }
}
