package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.List;
import org.assay.core.NetworkView;
import org.assay.core.Networks;
import org.assay.core.Networks.Put;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Digests;
import org.assay.rest.internal.call.EntityTag;
import org.assay.rest.internal.call.NetworkBody;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.NetworkJson;

/** Networks. */
@Path("networks")
@Produces(MediaType.APPLICATION_JSON)
public final class NetworksResource {
    private final Networks networks;
    private final Bodies bodies;
    private final Once once;

    NetworksResource(Networks networks, Bodies bodies, Once once) {
        this.networks = networks;
        this.bodies = bodies;
        this.once = once;
    }

    /** All of them, by id. */
    @GET
    public ListJson<NetworkJson> list(@Context UriInfo uri) {
        return ListJson.of(networks.list(Query.ofList(uri).page()), NetworkJson::of);
    }

    /** One of them, with its entity tag. */
    @GET
    @Path("{network}")
    public Response get(@PathParam("network") String network, @Context UriInfo uri) {
        Query.of(uri);
        NetworkView view = networks.get(network);
        return Response.ok(NetworkJson.of(view))
                .header("ETag", EntityTag.of(view.revision()))
                .build();
    }

    /** Makes one, or changes it if it is still as the caller saw it. */
    @PUT
    @Path("{network}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        byte[] bytes = Bodies.bytes(body, Limits.NETWORK);
        NetworkBody wanted = bodies.read(bytes, NetworkBody.class);
        if (!wanted.id().equals(network)) {
            throw new FaultException(List.of(new Fault(
                    "id-mismatch",
                    "the id is '" + wanted.id() + "', the path names '" + network + "'",
                    "/id",
                    0,
                    0,
                    "send the id of the path")));
        }
        Caller caller = Caller.of(request);
        return once.answer(caller, Digests.of(bytes), () -> put(wanted, caller));
    }

    private Answer put(NetworkBody wanted, Caller caller) {
        Long expected = EntityTag.revision(caller.condition()).orElse(null);
        Put put = networks.put(wanted.id(), wanted.name(), wanted.country(), expected, caller.who());
        String etag = EntityTag.of(put.network().revision());
        NetworkJson network = NetworkJson.of(put.network());
        return put.isNew()
                ? new Answer(201, "networks/" + wanted.id(), etag, network)
                : new Answer(200, "", etag, network);
    }
}
