package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.assay.core.Ledger;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.view.LedgerJson;
import org.assay.rest.internal.view.ListJson;

/** The ledger: what it is, what it holds, and proofs of both. */
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {
    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Its size and root now, signed. */
    @GET
    public LedgerJson head() {
        return LedgerJson.of(ledger.head());
    }

    /** Its entries, oldest first. */
    @GET
    @Path("entries")
    public ListJson<LedgerJson.Entry> entries(@Context UriInfo uri) {
        return ListJson.of(ledger.entries(Query.ofList(uri).page()), LedgerJson.Entry::of);
    }

    /** Proof that an entry is in it. */
    @GET
    @Path("entries/{number}/proof")
    public LedgerJson.Proof proof(@PathParam("number") String number) {
        return LedgerJson.Proof.of(ledger.proof(number(number)));
    }

    /** Proof that it only grew since it had a size. */
    @GET
    @Path("growth/{from}")
    public LedgerJson.Growth growth(@PathParam("from") String from) {
        return LedgerJson.Growth.of(ledger.consistency(number(from)));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw ApiException.parameter("bad-parameter", "the path names no number", "write digits, such as 0");
        }
        return Long.parseLong(text);
    }
}
