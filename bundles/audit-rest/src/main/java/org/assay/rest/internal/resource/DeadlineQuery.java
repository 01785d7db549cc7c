package org.assay.rest.internal.resource;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.CaseFilter;
import org.assay.core.Deadline;
import org.assay.core.DeadlineFilter;
import org.assay.core.Page;
import org.assay.core.Procedures;
import org.assay.rest.internal.calendar.DeadlineCalendar;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.filter.TokenFilter;

/** Which deadlines of a network a call asks for, as a list or as a calendar. */
record DeadlineQuery(Query query, String network, Procedures procedures, DeadlineFilter filter) {
    private static final String AS_OF = "asOf";
    private static final String DAYS = "days";
    private static final String REGIME = "regime";
    private static final String OWNER = "owner";
    private static final String LANGUAGE = "language";

    static DeadlineQuery ofList(UriInfo uri, String network, Procedures procedures) {
        return of(Query.ofList(uri, AS_OF, DAYS, REGIME, OWNER), network, procedures);
    }

    static DeadlineQuery ofFeed(UriInfo uri, String network, Procedures procedures) {
        return of(Query.of(uri, AS_OF, DAYS, REGIME, OWNER, LANGUAGE, TokenFilter.FEED_TOKEN), network, procedures);
    }

    /** A regime that is not installed is refused, since no deadlines would read as in order. */
    private static DeadlineQuery of(Query query, String network, Procedures procedures) {
        DeadlineFilter filter = new DeadlineFilter(query.set(REGIME), query.set(OWNER));
        CaseFilter regimes = new CaseFilter(filter.regimes(), Set.of(), Set.of(), false);
        procedures.strange(network, query.day(AS_OF), regimes).ifPresent(strange -> {
            throw Query.strange(
                    strange,
                    named -> "there is no " + named + " whose deadlines these could be",
                    "GET /networks/" + network + "/deadlines");
        });
        return new DeadlineQuery(query, network, procedures, filter);
    }

    /** All that is due in the days asked for, or in so many. */
    Procedures.Calendar calendar(int otherwise) {
        int days = query.number(DAYS, otherwise, "use a number from 0 to " + Procedures.MAX_DAYS);
        return procedures.deadlines(network, query.day(AS_OF), days);
    }

    /** The one language that is asked for, by its code: a calendar program sends no header that says so. */
    Optional<String> language() {
        Optional<String> given = query.one(LANGUAGE);
        given.filter(code -> !DeadlineCalendar.speaks(code)).ifPresent(code -> {
            throw Query.bad(LANGUAGE, code, "use de, en or fr");
        });
        return given;
    }

    /** Those of the calendar that are asked for, in its order. */
    List<Deadline> of(Procedures.Calendar calendar) {
        return calendar.deadlines().stream().filter(filter::wants).toList();
    }

    /** The page of them that is asked for. */
    Page<Deadline> page(Procedures.Calendar calendar) {
        String name = "deadlines "
                + List.of(network, calendar.from(), calendar.to())
                + List.of(new TreeSet<>(filter.regimes()), new TreeSet<>(filter.owners()));
        return Lists.page(name, of(calendar), Deadline::id, query.page());
    }
}
