package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.assay.core.Retention;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.RetentionJson;
import org.jspecify.annotations.Nullable;

/** How long facts and verdicts are kept. */
@Path("retention")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {
    private static final String DAYS = "days";

    private final Retention retention;
    private final Once once;

    RetentionResource(Retention retention, Once once) {
        this.retention = retention;
        this.once = once;
    }

    /** What would go now. */
    @GET
    public RetentionJson plan(@Context UriInfo uri) {
        Query query = Query.ofList(uri, DAYS);
        Retention.Plan plan = retention.plan(days(query));
        String name = "retention " + query.values();
        return RetentionJson.of(plan, Lists.page(name, plan.items(), RetentionResource::key, query.page()));
    }

    private static @Nullable Integer days(Query query) {
        return query.one(DAYS).isEmpty() ? null : query.number(DAYS, 0, "use a whole number of days");
    }

    private static String key(Retention.Item item) {
        return item.kind() + " " + item.network() + " " + item.id();
    }

    /** Removes it now. */
    @POST
    public Response run(@Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> Answer.ok(RetentionJson.Done.of(retention.run(caller.who()))));
    }
}
