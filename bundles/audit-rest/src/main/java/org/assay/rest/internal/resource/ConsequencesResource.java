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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assay.core.Audits;
import org.assay.core.Consequences;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.Rates;
import org.assay.rest.internal.export.ConsequenceCells;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.AlternativeJson;
import org.assay.rest.internal.view.CapJson;
import org.assay.rest.internal.view.ConsequencesJson;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.PricedJson;
import org.assay.rest.internal.view.ReachJson;
import org.assay.rest.internal.view.ReplacementJson;

/**
 * What follows from an audit: who hangs on components that are not trusted, what replacing them costs and takes, who could
 * stand in, and the way under a cap. Each list as a page, as lines of JSON or as a table.
 */
@Path("audits")
public final class ConsequencesResource {
    private static final String REGIME = "regime";
    private static final String REACH = "{audit}/consequences/reach";
    private static final String REPLACEMENTS = "{audit}/consequences/replacements";
    private static final String ALTERNATIVES = "{audit}/consequences/alternatives";
    private static final String CAPS = "{audit}/caps";

    /** So many components of one item in a page; a stream has all. */
    private static final int SHOWN = 1_000;

    private final Consequences consequences;
    private final AuditFilters filters;
    private final Streams streams;

    ConsequencesResource(Audits audits, Consequences consequences, Streams streams) {
        this.consequences = consequences;
        this.filters = new AuditFilters(audits);
        this.streams = streams;
    }

    /** Numbers by regime. */
    @GET
    @Path("{audit}/consequences")
    @Produces(MediaType.APPLICATION_JSON)
    public ConsequencesJson summary(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.of(uri, REGIME, "currency", "rate");
        return ConsequencesJson.of(audit, consequences.summary(audit, filters.regimes(query, audit), Rates.of(query)));
    }

    /** The same by statements of cost and time that come with the call; nothing is kept. */
    @POST
    @Path("{audit}/consequences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public PricedJson priced(@PathParam("audit") String audit, @Context UriInfo uri, InputStream body) {
        Query query = Query.of(uri, REGIME, "currency", "rate");
        byte[] statements = Bodies.bytes(body, Limits.STATEMENTS);
        Set<String> regimes = filters.regimes(query, audit);
        return PricedJson.of(audit, consequences.priced(audit, regimes, Rates.of(query), statements), SHOWN);
    }

    /** Sites, dependants and partners, a page. */
    @GET
    @Path(REACH)
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<ReachJson> reach(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.ofList(uri, REGIME, "kind", "state");
        return page(
                "reach " + audit,
                query,
                reach(audit, query),
                some -> some.regime() + " " + some.kind() + " " + some.id());
    }

    /** All of them, a line of JSON each. */
    @GET
    @Path(REACH)
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response reachLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        return lines(request, reach(audit, Query.of(uri, REGIME, "kind", "state")));
    }

    /** All of them as a table. */
    @GET
    @Path(REACH)
    @Produces(Streams.CSV + ";qs=0.4")
    public Response reachTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        List<ReachJson> all = reach(audit, Query.of(uri, REGIME, "kind", "state"));
        return table(
                request,
                ConsequenceCells.REACH,
                all.stream().map(ConsequenceCells::of).toList());
    }

    private List<ReachJson> reach(String audit, Query query) {
        Set<String> kinds = query.set("kind");
        Set<String> states = query.set("state");
        return consequences.reach(audit, filters.regimes(query, audit)).stream()
                .map(ReachJson::of)
                .filter(some -> kinds.isEmpty() || kinds.contains(some.kind()))
                .filter(some -> states.isEmpty() || states.contains(some.state()))
                .toList();
    }

    /** What is to be replaced, a page. */
    @GET
    @Path(REPLACEMENTS)
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<ReplacementJson> replacements(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.ofList(uri, REGIME);
        return page(
                "replacements " + audit,
                query,
                replacements(audit, query, SHOWN),
                item -> item.regime() + " " + item.supplier() + " " + item.product() + " " + item.statements());
    }

    /** All of it, a line of JSON each. */
    @GET
    @Path(REPLACEMENTS)
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response replacementLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        return lines(request, replacements(audit, Query.of(uri, REGIME), Integer.MAX_VALUE));
    }

    /** All of it as a table. */
    @GET
    @Path(REPLACEMENTS)
    @Produces(Streams.CSV + ";qs=0.4")
    public Response replacementTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        List<ReplacementJson> all = replacements(audit, Query.of(uri, REGIME), Integer.MAX_VALUE);
        return table(
                request,
                ConsequenceCells.REPLACEMENTS,
                all.stream().map(ConsequenceCells::of).toList());
    }

    private List<ReplacementJson> replacements(String audit, Query query, int most) {
        return consequences.replacements(audit, filters.regimes(query, audit)).stream()
                .map(item -> ReplacementJson.of(item, most))
                .toList();
    }

    /** Who could stand in, a page. */
    @GET
    @Path(ALTERNATIVES)
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<AlternativeJson> alternatives(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.ofList(uri, REGIME);
        return page(
                "alternatives " + audit,
                query,
                alternatives(audit, query),
                some -> some.regime() + " " + some.function() + " " + some.domain() + " " + some.region());
    }

    /** All of them, a line of JSON each. */
    @GET
    @Path(ALTERNATIVES)
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response alternativeLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        return lines(request, alternatives(audit, Query.of(uri, REGIME)));
    }

    /** All of them as a table, a row for each supplier. */
    @GET
    @Path(ALTERNATIVES)
    @Produces(Streams.CSV + ";qs=0.4")
    public Response alternativeTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        List<AlternativeJson> all = alternatives(audit, Query.of(uri, REGIME));
        return table(
                request,
                ConsequenceCells.ALTERNATIVES,
                all.stream().flatMap(some -> ConsequenceCells.of(some).stream()).toList());
    }

    private List<AlternativeJson> alternatives(String audit, Query query) {
        return consequences.alternatives(audit, filters.regimes(query, audit)).stream()
                .map(AlternativeJson::of)
                .toList();
    }

    /** Shares of the whole network over their limits, a page. */
    @GET
    @Path(CAPS)
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<CapJson> caps(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.ofList(uri, REGIME);
        return page("caps " + audit, query, caps(audit, query, SHOWN), CapJson::name);
    }

    /** All of them, a line of JSON each. */
    @GET
    @Path(CAPS)
    @Produces(Streams.NDJSON + ";qs=0.5")
    public Response capLines(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        return lines(request, caps(audit, Query.of(uri, REGIME), Integer.MAX_VALUE));
    }

    /** All of them as a table, a row for each component to replace. */
    @GET
    @Path(CAPS)
    @Produces(Streams.CSV + ";qs=0.4")
    public Response capTable(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        List<CapJson> all = caps(audit, Query.of(uri, REGIME), Integer.MAX_VALUE);
        return table(
                request,
                ConsequenceCells.CAPS,
                all.stream().flatMap(cap -> ConsequenceCells.of(cap).stream()).toList());
    }

    private List<CapJson> caps(String audit, Query query, int most) {
        return consequences.caps(audit, filters.regimes(query, audit)).stream()
                .map(cap -> CapJson.of(cap, most))
                .toList();
    }

    private static <T> ListJson<T> page(String name, Query query, List<T> all, Function<T, String> key) {
        String list = name + " " + query.values();
        return ListJson.of(Lists.page(list, all, key, query.page()), item -> item);
    }

    private <T> Response lines(ContainerRequestContext request, List<T> all) {
        return streams.<T>ndjson(request, all.size(), all::forEach, item -> item);
    }

    private Response table(ContainerRequestContext request, Streams.Table table, List<List<String>> rows) {
        return streams.<List<String>>csv(request, table, rows.size(), rows::forEach, row -> row);
    }
}
