package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assay.core.DossierOffer;
import org.assay.core.DossierPrinter;
import org.assay.core.DossierView;
import org.assay.core.Dossiers;
import org.assay.rest.internal.call.Caller;
import org.assay.rest.internal.call.Languages;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.DossierJson;
import org.assay.rest.internal.view.DossierOfferJson;
import org.assay.rest.internal.view.ListJson;

/** What regimes want filed: which there is, each as data, as a page or as PDF; and the programmes of suppliers. */
@Path("networks")
public final class DossiersResource {
    private static final String AS_OF = "asOf";
    private static final String LANGUAGE = "language";
    private static final String FORMAT = "format";
    private static final String ONE = "{network}/dossiers/{dossier}";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";
    private static final String PDF = "application/pdf";
    private static final SortedSet<String> KNOWN = new TreeSet<>(Dossiers.LANGUAGES);
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

    private final Dossiers dossiers;
    private final DossierPrinter printer;

    DossiersResource(Dossiers dossiers, DossierPrinter printer) {
        this.dossiers = dossiers;
        this.printer = printer;
    }

    /** The dossiers that the installed regimes can draft. */
    @GET
    @Path("{network}/dossiers")
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<DossierOfferJson> list(
            @PathParam("network") String network, @Context ContainerRequestContext request) {
        Query query = Query.ofList(request.getUriInfo(), AS_OF);
        LocalDate asOf = query.day(AS_OF);
        List<DossierOffer> all = dossiers.offered(network, asOf);
        Languages languages = Languages.of(request);
        String name = "dossiers " + List.of(network, String.valueOf(asOf));
        return ListJson.of(
                Lists.page(name, all, DossierOffer::id, query.page()), one -> DossierOfferJson.of(one, languages));
    }

    /** A dossier as data. */
    @GET
    @Path(ONE)
    @Produces(MediaType.APPLICATION_JSON)
    public Response data(
            @PathParam("network") String network,
            @PathParam("dossier") String dossier,
            @Context ContainerRequestContext request) {
        return one(network, dossier, "json", request);
    }

    /** A dossier as a page. */
    @GET
    @Path(ONE)
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    public Response page(
            @PathParam("network") String network,
            @PathParam("dossier") String dossier,
            @Context ContainerRequestContext request) {
        return one(network, dossier, "html", request);
    }

    /** A dossier as PDF. */
    @GET
    @Path(ONE)
    @Produces(PDF + ";qs=0.4")
    public Response document(
            @PathParam("network") String network,
            @PathParam("dossier") String dossier,
            @Context ContainerRequestContext request) {
        return one(network, dossier, "pdf", request);
    }

    /** What a regime oversees of a supplier, as data. */
    @GET
    @Path("{network}/programmes/{supplier}")
    @Produces(MediaType.APPLICATION_JSON)
    public ListJson<DossierJson> programmes(
            @PathParam("network") String network,
            @PathParam("supplier") String supplier,
            @Context ContainerRequestContext request) {
        Query query = Query.of(request.getUriInfo(), AS_OF, LANGUAGE);
        List<DossierJson> all = dossiers.programmes(network, supplier, query.day(AS_OF), language(query)).stream()
                .map(DossierJson::of)
                .toList();
        return new ListJson<>(all, null, all.size());
    }

    private Response one(String network, String dossier, String accepted, ContainerRequestContext request) {
        Query query = Query.of(request.getUriInfo(), AS_OF, LANGUAGE, FORMAT);
        String format = query.one(FORMAT).orElse(accepted);
        if (!List.of("json", "html", "pdf").contains(format)) {
            throw Query.bad(FORMAT, format, "use json, html or pdf");
        }
        String who = Caller.of(request).who();
        DossierView view = dossiers.issue(network, dossier, query.day(AS_OF), language(query), format, who);
        return switch (format) {
            case "html" -> file(printer.html(view), HTML, view, "inline", "html");
            case "pdf" -> file(printer.pdf(view), PDF, view, "attachment", "pdf");
            default ->
                Response.ok(DossierJson.of(view), MediaType.APPLICATION_JSON).build();
        };
    }

    private static Response file(byte[] body, String type, DossierView view, String how, String ending) {
        String name = view.network() + "-" + view.id() + "-" + view.asOf() + "." + ending;
        return Response.ok(body, type)
                .header("Content-Disposition", how + "; filename=\"" + name + "\"")
                .build();
    }

    private static String language(Query query) {
        Optional<String> given = query.one(LANGUAGE);
        given.filter(tag -> !TAG.matcher(tag).matches()).ifPresent(tag -> {
            throw Query.bad(LANGUAGE, tag, "use a language's code, such as " + String.join(", ", KNOWN));
        });
        return given.orElse("");
    }
}
