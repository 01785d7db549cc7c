package org.assay.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.assay.core.IntakeReport;
import org.assay.core.Networks;
import org.assay.core.Networks.Format;
import org.assay.rest.internal.call.Answer;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.json.LimitedStream;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.BodyLimit;
import org.assay.rest.internal.problem.ProblemType;
import org.assay.rest.internal.view.ListJson;
import org.assay.rest.internal.view.SnapshotJson;

/** The facts of a network, in and listed. */
@Path("networks")
@Produces(MediaType.APPLICATION_JSON)
public final class SnapshotsResource {
    private final Networks networks;
    private final Once once;

    SnapshotsResource(Networks networks, Once once) {
        this.networks = networks;
        this.once = once;
    }

    /** All of them, the latest first. */
    @GET
    @Path("{network}/snapshots")
    public ListJson<SnapshotJson> list(@PathParam("network") String network, @Context UriInfo uri) {
        return ListJson.of(networks.snapshots(network, Query.ofList(uri).page()), SnapshotJson::of);
    }

    /** One of them. */
    @GET
    @Path("{network}/snapshots/{snapshot}")
    public SnapshotJson get(
            @PathParam("network") String network, @PathParam("snapshot") String snapshot, @Context UriInfo uri) {
        Query.of(uri);
        return SnapshotJson.of(networks.snapshot(network, snapshot));
    }

    /** A whole network document. */
    @POST
    @Path("{network}/snapshots")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response document(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        return take(network, Format.JSON, request, body, Limits.DOCUMENT);
    }

    /** Records, a line each; intake limits each of them, and their number. */
    @POST
    @Path("{network}/snapshots")
    @Consumes(Streams.NDJSON)
    public Response records(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        return take(network, Format.NDJSON, request, body, Limits.STREAM);
    }

    /** Components, a line each; intake limits each of them, and their number. */
    @POST
    @Path("{network}/snapshots")
    @Consumes(Streams.CSV)
    public Response components(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        return take(network, Format.CSV, request, body, Limits.STREAM);
    }

    /** Evidence, contracts and orders, added to what is there. */
    @POST
    @Path("{network}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response evidence(
            @PathParam("network") String network, @Context ContainerRequestContext request, InputStream body) {
        refuse(request, Limits.ADDITIONS);
        Caller caller = Caller.of(request);
        return once.streamed(
                caller,
                new LimitedStream(body, Limits.ADDITIONS),
                whole -> answer(ApiException.refusing(
                        ProblemType.INVALID_NETWORK, () -> networks.addEvidence(network, whole, caller.who()))));
    }

    private Response take(
            String network, Format format, ContainerRequestContext request, InputStream body, BodyLimit limit) {
        refuse(request, limit);
        Caller caller = Caller.of(request);
        return once.streamed(
                caller,
                new LimitedStream(body, limit),
                whole -> answer(ApiException.refusing(
                        ProblemType.INVALID_NETWORK,
                        () -> networks.addSnapshot(network, format, whole, caller.who()))));
    }

    /** Refuses a body that says beforehand that it is too large. */
    private static void refuse(ContainerRequestContext request, BodyLimit limit) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        // Not getLength(), which is an int.
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit.bytes()) {
            throw ApiException.tooLarge(limit);
        }
    }

    private static Answer answer(IntakeReport report) {
        String place = "networks/" + report.snapshot().network() + "/snapshots/"
                + report.snapshot().digest();
        return Answer.made(report.isNew(), place, SnapshotJson.Intake.of(report));
    }
}
