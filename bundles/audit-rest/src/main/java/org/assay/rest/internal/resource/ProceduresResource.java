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
import java.util.TreeSet;
import org.assay.core.CaseFilter;
import org.assay.core.CaseView;
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
    private static final String AS_OF = "asOf";
    private static final String REGIME = "regime";

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
                + List.of(
                        new TreeSet<>(filter.regimes()),
                        new TreeSet<>(filter.procedures()),
                        new TreeSet<>(filter.subjects()));
        Languages languages = Languages.of(request);
        return ListJson.of(
                Lists.page(name, all, ProceduresResource::key, query.page()), one -> CaseJson.of(one, languages));
    }

    /** What is due, gravest first. */
    @GET
    @Path("{network}/deadlines")
    public DeadlinesJson deadlines(@PathParam("network") String network, @Context ContainerRequestContext request) {
        DeadlineQuery wanted = DeadlineQuery.ofList(request.getUriInfo(), network, procedures);
        Procedures.Calendar calendar = wanted.calendar(Procedures.DEFAULT_DAYS);
        List<Procedures.Undated> undated = procedures.undated(network, calendar.from());
        return DeadlinesJson.of(
                calendar, undated, wanted.page(calendar), wanted.filter()::asksFor, Languages.of(request));
    }

    private static String key(CaseView one) {
        return String.join(
                " ",
                one.regime(),
                one.procedure(),
                one.subject().kind(),
                one.subject().id());
    }
}
