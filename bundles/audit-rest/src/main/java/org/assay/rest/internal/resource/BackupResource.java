package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.assay.core.Backups;
import org.assay.rest.internal.export.Streams;

/** All state as one file. */
@Path("backup")
public final class BackupResource {
    private static final String ZIP = "application/zip";

    private final Backups backups;
    private final Streams streams;

    BackupResource(Backups backups, Streams streams) {
        this.backups = backups;
        this.streams = streams;
    }

    /** Rows and blobs as they are at one moment. */
    @GET
    @Produces(ZIP)
    public Response backup(@Context ContainerRequestContext request) {
        return streams.file(request, "assay-backup.zip", ZIP, backups::write);
    }
}
