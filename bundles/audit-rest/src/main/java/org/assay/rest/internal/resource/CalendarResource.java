package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.assay.core.Procedures;
import org.assay.rest.internal.calendar.DeadlineCalendar;
import org.assay.rest.internal.call.Languages;

/** What is due, as a calendar program subscribes to it. */
@Path("networks/{network}/deadlines.ics")
public final class CalendarResource {
    private static final int A_YEAR = 366;

    private final Procedures procedures;
    private final Clock clock;

    CalendarResource(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    /** The calendar, a year ahead unless told. */
    @GET
    @Produces(DeadlineCalendar.TYPE)
    public Response calendar(@PathParam("network") String network, @Context ContainerRequestContext request) {
        DeadlineQuery wanted = DeadlineQuery.ofFeed(request.getUriInfo(), network, procedures);
        Languages languages = wanted.language().map(Languages::only).orElseGet(() -> Languages.of(request));
        Procedures.Calendar told = wanted.calendar(A_YEAR);
        String text = DeadlineCalendar.of(told, wanted.of(told), languages, clock.instant());
        return Response.ok(text, DeadlineCalendar.TYPE + ";charset=utf-8")
                .header("Content-Disposition", "inline; filename=\"deadlines.ics\"")
                .build();
    }
}
