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
import java.net.URI;
import org.assay.core.Tokens;
import org.assay.core.Tokens.TokenView;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.call.TokenBody;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.TokenJson;

/** Bearer tokens, by name. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private final Tokens tokens;
    private final Bodies bodies;
    private final Once once;

    TokensResource(Tokens tokens, Bodies bodies, Once once) {
        this.tokens = tokens;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, by name, without their secrets. */
    @GET
    public ListJson<TokenJson> list(@Context UriInfo uri) {
        Query query = Query.ofList(uri);
        return ListJson.of(Lists.page("tokens", tokens.list(), TokenView::name, query.page()), TokenJson::of);
    }

    /** Makes one. Its secret is answered once and kept nowhere, so this is the one change that cannot be repeated. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Context ContainerRequestContext request, InputStream body) {
        Caller caller = Caller.ofSecret(request);
        TokenBody wanted = bodies.read(Bodies.bytes(body, Limits.SMALL), TokenBody.class);
        TokenJson.New made = TokenJson.New.of(tokens.add(wanted.name(), caller.who()));
        return Response.created(URI.create("tokens/" + made.name()))
                .entity(made)
                .build();
    }

    /** Withdraws one at once. */
    @DELETE
    @Path("{token}")
    public Response revoke(@PathParam("token") String token, @Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return once.answer(caller, "", () -> {
            tokens.revoke(token, caller.who());
            return Answer.gone();
        });
    }
}
