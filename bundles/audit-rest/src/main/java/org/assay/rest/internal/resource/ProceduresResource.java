package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assay.core.CaseFilter;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.assay.core.DeadlineFilter;
import org.assay.core.Page;
import org.assay.core.Procedures;
import org.assay.rest.internal.call.Languages;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.CaseJson;
import org.assay.rest.internal.view.DeadlinesJson;
import org.assay.rest.internal.view.ListJson;

/** Cases of procedures, and what is due. */
@Path("networks")
@Produces(MediaType.APPLICATION_JSON)
public final class ProceduresResource {
    static final String AS_OF = "asOf";
    static final String REGIME = "regime";
    static final String OWNER = "owner";

    private final Procedures procedures;

    ProceduresResource(Procedures procedures) {
        this.procedures = procedures;
    }

    /** Every case as it stands on a day, with its history. */
    @GET
    @Path("{network}/cases")
    public ListJson<CaseJson> cases(@PathParam("network") String network, @Context ContainerRequestContext request) {
        Query query = Query.ofList(request.getUriInfo(), AS_OF, REGIME, "procedure", "subject", "open");
        CaseFilter filter =
                new CaseFilter(query.set(REGIME), query.set("procedure"), query.set("subject"), query.flag("open"));
        LocalDate asOf = query.day(AS_OF);
        procedures.strange(network, asOf, filter).ifPresent(strange -> {
            throw Query.strange(
                    strange,
                    named -> "there is no " + named + " of which a case could be",
                    "GET /networks/" + network + "/cases");
        });
        List<CaseView> all =
                procedures.cases(network, asOf).stream().filter(filter::wants).toList();
        String name = "cases " + List.of(network, String.valueOf(asOf), filter.open())
                + List.of(sorted(filter.regimes()), sorted(filter.procedures()), sorted(filter.subjects()));
        Languages languages = Languages.of(request);
        return ListJson.of(
                Lists.page(name, all, ProceduresResource::key, query.page()), one -> CaseJson.of(one, languages));
    }

    /** What is due, gravest first. */
    @GET
    @Path("{network}/deadlines")
    public DeadlinesJson deadlines(@PathParam("network") String network, @Context ContainerRequestContext request) {
        Query query = Query.ofList(request.getUriInfo(), AS_OF, "days", REGIME, OWNER);
        DeadlineFilter filter = wanted(procedures, network, query);
        Procedures.Calendar calendar =
                procedures.deadlines(network, query.day(AS_OF), days(query, Procedures.DEFAULT_DAYS));
        String name = "deadlines "
                + List.of(network, calendar.from(), calendar.to(), sorted(filter.regimes()), sorted(filter.owners()));
        Page<Deadline> page = Lists.page(name, of(calendar, filter), Deadline::id, query.page());
        return DeadlinesJson.of(calendar, page, Languages.of(request));
    }

    /** Which deadlines a call asks for; a regime that is not installed is refused, since no deadlines would read as in order. */
    static DeadlineFilter wanted(Procedures procedures, String network, Query query) {
        DeadlineFilter filter = new DeadlineFilter(query.set(REGIME), query.set(OWNER));
        CaseFilter regimes = new CaseFilter(filter.regimes(), Set.of(), Set.of(), false);
        procedures.strange(network, query.day(AS_OF), regimes).ifPresent(strange -> {
            throw Query.strange(
                    strange,
                    named -> "there is no " + named + " whose deadlines these could be",
                    "GET /networks/" + network + "/deadlines");
        });
        return filter;
    }

    static List<Deadline> of(Procedures.Calendar calendar, DeadlineFilter filter) {
        return calendar.deadlines().stream().filter(filter::wants).toList();
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static String key(CaseView one) {
        return String.join(
                " ",
                one.regime(),
                one.procedure(),
                one.subject().kind(),
                one.subject().id());
    }

    static int days(Query query, int otherwise) {
        return query.number("days", otherwise, "use a number from 0 to " + Procedures.MAX_DAYS);
    }
}
