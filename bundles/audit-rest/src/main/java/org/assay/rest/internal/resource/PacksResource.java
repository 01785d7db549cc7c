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
import java.time.Instant;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Packs.Staged;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.MomentBody;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.ProblemType;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.PackJson;
import org.jspecify.annotations.Nullable;

/** The packs of a regime and their life. */
@Path("regimes/{regime}/packs")
@Produces(MediaType.APPLICATION_JSON)
public final class PacksResource {
    /** What a DSSE envelope is sent as, beside plain JSON. */
    static final String ENVELOPE = "application/vnd.dsse+json";

    private final Packs packs;
    private final Bodies bodies;
    private final Once once;

    PacksResource(Packs packs, Bodies bodies, Once once) {
        this.packs = packs;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, the highest version first. */
    @GET
    public ListJson<PackJson> list(@PathParam("regime") String regime, @Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(
                Lists.page("packs " + regime, packs.list(regime), PackView::version, query.page()), PackJson::of);
    }

    /** Stages a signed one. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, ENVELOPE})
    public Response upload(
            @PathParam("regime") String regime,
            @Context UriInfo uri,
            @Context ContainerRequestContext request,
            InputStream body) {
        boolean older = Query.of(uri, "older").flag("older");
        byte[] envelope = Bodies.bytes(body, Limits.PACK);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(envelope), () -> {
            Staged staged = ApiException.refusing(
                    ProblemType.INVALID_PACK, () -> packs.stage(regime, envelope, older, caller.who()));
            String place = "regimes/" + regime + "/packs/" + staged.pack().version();
            return Answer.made(staged.isNew(), place, PackJson.of(staged.pack()));
        });
    }

    /** One of them. */
    @GET
    @Path("{version}")
    public PackJson get(
            @PathParam("regime") String regime, @PathParam("version") String version, @Context UriInfo uri) {
        Query.of(uri);
        return PackJson.of(packs.get(regime, version));
    }

    /** Says that one may become active. */
    @POST
    @Path("{version}/approve")
    public Response approve(
            @PathParam("regime") String regime,
            @PathParam("version") String version,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> Answer.ok(PackJson.of(packs.approve(regime, version, caller.who()))));
    }

    /** Makes one active, now or at a moment. */
    @POST
    @Path("{version}/activate")
    public Response activate(
            @PathParam("regime") String regime,
            @PathParam("version") String version,
            @Context ContainerRequestContext request,
            InputStream body) {
        return at(
                request,
                body,
                (when, who) -> packs.activate(regime, version, moment(regime, version, when), when.relied(), who));
    }

    /** Does something at the moment that a body names. */
    private Response at(ContainerRequestContext request, InputStream body, At action) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        MomentBody when = MomentBody.of(bytes, bodies);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> Answer.ok(PackJson.of(action.take(when, caller.who()))));
    }

    private @Nullable Instant moment(String regime, String version, MomentBody when) {
        return when.moment(day -> packs.beginning(regime, version, day));
    }

    /** What is done at a moment, in somebody's name. */
    @FunctionalInterface
    private interface At {
        PackView take(MomentBody when, String who);
    }

    /** Gives up what is planned for one. */
    @DELETE
    @Path("{version}/plan")
    public Response cancel(
            @PathParam("regime") String regime,
            @PathParam("version") String version,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            packs.cancel(regime, version, caller.who());
            return Answer.gone();
        });
    }

    /** Goes back to one, now or at a moment. */
    @POST
    @Path("{version}/rollback")
    public Response rollback(
            @PathParam("regime") String regime,
            @PathParam("version") String version,
            @Context ContainerRequestContext request,
            InputStream body) {
        return at(
                request,
                body,
                (when, who) -> packs.rollback(regime, version, moment(regime, version, when), when.relied(), who));
    }
}
