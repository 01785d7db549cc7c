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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.core.AvailableRegime;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.RegimeChoice;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.RegimeJson;

/** Which jurisdictions are installed, and installing and removing them. */
@Path("regimes")
@Produces(MediaType.APPLICATION_JSON)
public final class RegimesResource {
    private final Regimes regimes;
    private final Bodies bodies;
    private final Once once;

    RegimesResource(Regimes regimes, Bodies bodies, Once once) {
        this.regimes = regimes;
        this.bodies = bodies;
        this.once = once;
    }

    /** What is installed, or all that can be. */
    @GET
    public ListJson<RegimeJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri, "available");
        boolean available = query.flag("available");
        List<RegimeJson> all = available ? available() : installed();
        return ListJson.of(Lists.page("regimes " + available, all, RegimeJson::id, query.page()), regime -> regime);
    }

    /** Installs one by its id. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response install(@Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        RegimeChoice choice = bodies.read(bytes, RegimeChoice.class);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> {
            boolean isNew = regimes.find(choice.id()).isEmpty();
            RegimeView regime = regimes.install(choice.id(), caller.who());
            return Answer.made(isNew, "regimes/" + regime.id(), RegimeJson.of(regime));
        });
    }

    /** One that is installed. */
    @GET
    @Path("{regime}")
    public RegimeJson get(@PathParam("regime") String regime, @Context UriInfo uri) {
        Query.of(uri);
        return RegimeJson.of(regimes.get(regime));
    }

    /** Removes one. */
    @DELETE
    @Path("{regime}")
    public Response remove(@PathParam("regime") String regime, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            regimes.uninstall(regime, caller.who());
            return Answer.gone();
        });
    }

    private List<RegimeJson> installed() {
        return regimes.installed().stream().map(RegimeJson::of).toList();
    }

    /** All that the distribution brings, and what came another way. */
    private List<RegimeJson> available() {
        Map<String, RegimeJson> byId = new TreeMap<>();
        for (RegimeView regime : regimes.installed()) {
            byId.put(regime.id(), RegimeJson.of(regime));
        }
        for (AvailableRegime brought : regimes.available()) {
            byId.put(
                    brought.id(),
                    regimes.find(brought.id())
                            .map(regime -> RegimeJson.of(regime, brought.description()))
                            .orElseGet(() -> RegimeJson.of(brought)));
        }
        return List.copyOf(byId.values());
    }
}
