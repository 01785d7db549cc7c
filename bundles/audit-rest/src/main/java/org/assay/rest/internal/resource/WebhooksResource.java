package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.assay.core.Webhooks;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.EntityTag;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.WebhookBody;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.WebhookJson;
import org.jspecify.annotations.Nullable;

/** Who is told what happens. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhooksResource {
    private final Webhooks webhooks;
    private final Bodies bodies;
    private final Once once;

    WebhooksResource(Webhooks webhooks, Bodies bodies, Once once) {
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, the oldest first. */
    @GET
    public ListJson<WebhookJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(Lists.page("webhooks", webhooks.list(), Webhooks.View::id, query.page()), WebhookJson::of);
    }

    /** Subscribes an address. Its secret is answered once, so this cannot be repeated. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Context ContainerRequestContext request, InputStream body) {
        Caller caller = Caller.ofSecret(request);
        WebhookBody wanted = bodies.read(Bodies.bytes(body, Limits.SMALL), WebhookBody.class);
        Webhooks.Secret made = webhooks.add(wanted.address(), wanted.wanted(), wanted.network(), caller.who());
        return Response.created(URI.create("webhooks/" + made.webhook().id()))
                .entity(WebhookJson.New.of(made))
                .build();
    }

    /** One of them, with its entity tag. */
    @GET
    @Path("{webhook}")
    public Response get(@PathParam("webhook") String webhook, @Context UriInfo uri) {
        Query.of(uri);
        Webhooks.View view = webhooks.get(webhook);
        return Response.ok(WebhookJson.of(view))
                .header("ETag", EntityTag.of(view.revision()))
                .build();
    }

    /** Sends elsewhere or tells other things, if it is still as the caller saw it. */
    @PUT
    @Path("{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("webhook") String webhook, @Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.SMALL);
        WebhookBody wanted = bodies.read(bytes, WebhookBody.class);
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> {
            Long expected = EntityTag.revision(caller.condition()).orElse(null);
            Webhooks.View view = webhooks.change(
                    webhook, wanted.address(), wanted.wanted(), wanted.network(), expected, caller.who());
            return new Answer(200, "", EntityTag.of(view.revision()), WebhookJson.of(view));
        });
    }

    /** Ends one. */
    @DELETE
    @Path("{webhook}")
    public Response remove(@PathParam("webhook") String webhook, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            webhooks.remove(webhook, caller.who());
            return Answer.gone();
        });
    }

    /** Gives one another secret. */
    @POST
    @Path("{webhook}/rotate")
    public WebhookJson.New rotate(@PathParam("webhook") String webhook, @Context ContainerRequestContext request) {
        Caller caller = Caller.ofSecret(request);
        return WebhookJson.New.of(webhooks.rotate(webhook, caller.who()));
    }

    /** Sends a test. */
    @POST
    @Path("{webhook}/test")
    public Response test(@PathParam("webhook") String webhook, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> Answer.ok(WebhookJson.Delivery.of(webhooks.test(webhook))));
    }

    /** What is on its way, was sent, or was given up. */
    @GET
    @Path("{webhook}/deliveries")
    public ListJson<WebhookJson.Delivery> deliveries(@PathParam("webhook") String webhook, @Context UriInfo uri) {
        Query query = Query.ofList(uri, "state");
        Webhooks.@Nullable State state = state(query.one("state"));
        return ListJson.of(
                Lists.page(
                        "deliveries " + webhook + " " + state,
                        webhooks.deliveries(webhook, state),
                        Webhooks.Delivery::id,
                        query.page()),
                WebhookJson.Delivery::of);
    }

    private static Webhooks.@Nullable State state(Optional<String> word) {
        return word.map(given -> switch (given) {
                    case "waiting" -> Webhooks.State.WAITING;
                    case "done" -> Webhooks.State.DONE;
                    case "dead" -> Webhooks.State.DEAD;
                    default -> throw Query.bad("state", given, "use waiting, done or dead");
                })
                .orElse(null);
    }

    /** Sends one again. */
    @POST
    @Path("{webhook}/deliveries/{delivery}/again")
    public Response again(
            @PathParam("webhook") String webhook,
            @PathParam("delivery") String delivery,
            @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> Answer.ok(WebhookJson.Delivery.of(webhooks.again(webhook, delivery))));
    }
}
