package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.assay.api.Subject;
import org.assay.core.Audits;
import org.assay.core.Consequences;
import org.assay.core.MeasureView;
import org.assay.core.SubjectView;
import org.assay.core.VerdictFilter;
import org.assay.rest.internal.call.Languages;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.CapJson;
import org.assay.rest.internal.view.ComparisonJson;
import org.assay.rest.internal.view.DiffJson;
import org.assay.rest.internal.view.ExplainedJson;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.MeasureJson;

/** Looks at an audit from another side: one subject, the measures, the regimes, another audit. */
@Path("audits")
@Produces(MediaType.APPLICATION_JSON)
public final class SubjectsResource {
    /** So many components to replace are named with a verdict; GET …/caps has all. */
    private static final int SHOWN = 100;

    private final Audits audits;
    private final Consequences consequences;
    private final AuditFilters filters;

    SubjectsResource(Audits audits, Consequences consequences) {
        this.audits = audits;
        this.consequences = consequences;
        this.filters = new AuditFilters(audits);
    }

    /** Everything about a component. */
    @GET
    @Path("{audit}/components/{component}")
    public ExplainedJson component(
            @PathParam("audit") String audit,
            @PathParam("component") String component,
            @Context ContainerRequestContext request) {
        return subject(audit, "component", component, request);
    }

    /** Everything about a subject. */
    @GET
    @Path("{audit}/subjects/{kind}/{subject}")
    public ExplainedJson subject(
            @PathParam("audit") String audit,
            @PathParam("kind") String kind,
            @PathParam("subject") String subject,
            @Context ContainerRequestContext request) {
        Query.of(request.getUriInfo());
        SubjectView view = audits.subject(audit, kind, subject);
        return ExplainedJson.of(view, caps(audit, view.subject()), Languages.of(request));
    }

    /** The shares over their limits behind verdicts on the whole network; other subjects have none. */
    private List<CapJson> caps(String audit, Subject subject) {
        if (!subject.kind().equals("network") && !subject.kind().equals("operator")) {
            return List.of();
        }
        return consequences.caps(audit, Set.of()).stream()
                .filter(cap -> cap.cap().subject().equals(subject))
                .map(cap -> CapJson.of(cap, SHOWN))
                .toList();
    }

    /** The measures of the audit's packs. */
    @GET
    @Path("{audit}/measures")
    public ListJson<MeasureJson> measures(@PathParam("audit") String audit, @Context UriInfo uri) {
        Query query = Query.ofList(uri, "regime");
        Set<String> regimes = filters.regimes(query, audit);
        List<MeasureView> all = audits.measures(audit).stream()
                .filter(measure -> regimes.isEmpty() || regimes.contains(measure.regime()))
                .toList();
        String name = "measures " + audit + " " + regimes.stream().sorted().toList();
        return ListJson.of(
                Lists.page(name, all, measure -> measure.regime() + " " + measure.name(), query.page()),
                MeasureJson::of);
    }

    /** The regimes side by side. */
    @GET
    @Path("{audit}/comparison")
    public ComparisonJson comparison(
            @PathParam("audit") String audit, @Context UriInfo uri, @Context ContainerRequestContext request) {
        Query query = Query.ofVerdicts(uri);
        return ComparisonJson.of(audits.compare(audit, filters.of(query, audit), query.page()), Languages.of(request));
    }

    /** What changed to another audit. */
    @GET
    @Path("{audit}/diff/{other}")
    public DiffJson diff(
            @PathParam("audit") String audit,
            @PathParam("other") String other,
            @Context UriInfo uri,
            @Context ContainerRequestContext request) {
        Query query = Query.ofVerdicts(uri);
        VerdictFilter filter = filters.of(query, audit, other);
        return DiffJson.of(audits.diff(audit, other, filter, query.page()), Languages.of(request));
    }
}
