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
import org.assay.core.PackKeys;
import org.assay.core.PackKeys.KeyView;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.KeyBody;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.ReasonBody;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.KeyJson;
import org.assay.rest.internal.view.ListJson;

/** The keys that packs may be signed with. */
@Path("keys")
@Produces(MediaType.APPLICATION_JSON)
public final class KeysResource {
    private final PackKeys keys;
    private final Bodies bodies;
    private final Once once;

    KeysResource(PackKeys keys, Bodies bodies, Once once) {
        this.keys = keys;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, revoked ones too. */
    @GET
    public ListJson<KeyJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(Lists.page("keys", keys.list(), KeyView::id, query.page()), KeyJson::of);
    }

    /** Adds one, or changes the terms of one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        KeyBody wanted = bodies.read(bytes, KeyBody.class);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> {
            PackKeys.Added added = keys.add(wanted.key(), caller.who());
            return Answer.made(added.isNew(), "keys", KeyJson.of(added.key()));
        });
    }

    /** Takes one back, for good. */
    @POST
    @Path("{key}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(@PathParam("key") String key, @Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        ReasonBody why = bodies.read(bytes, ReasonBody.class);
        Caller caller = Caller.of(request);
        return once.answer(
                caller, Digests.of(bytes), () -> Answer.ok(KeyJson.of(keys.revoke(key, why.reason(), caller.who()))));
    }
}
