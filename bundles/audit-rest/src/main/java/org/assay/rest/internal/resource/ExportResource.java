package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.assay.core.Audits;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.export.Streams;

/** Finished audits as files that can be checked without this server. */
@Path("audits")
public final class ExportResource {
    private final Audits audits;
    private final Streams streams;

    ExportResource(Audits audits, Streams streams) {
        this.audits = audits;
        this.streams = streams;
    }

    /** Facts, packs, proofs and seal, a line of JSON each. */
    @GET
    @Path("{audit}/export")
    @Produces(Streams.NDJSON)
    public Response export(@PathParam("audit") String audit, @Context ContainerRequestContext request) {
        return streams.file(
                request,
                "assay-audit.ndjson",
                Streams.NDJSON,
                audits.export(audit, Caller.of(request).who())::write);
    }
}
