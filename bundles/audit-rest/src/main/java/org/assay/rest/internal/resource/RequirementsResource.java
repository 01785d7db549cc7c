package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.assay.core.ConflictException;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Page;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.core.RequirementView;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.call.Query;
import org.assay.rest.internal.view.RequirementsJson;

/** What a regime demands. */
@Path("regimes/{regime}/requirements")
@Produces(MediaType.APPLICATION_JSON)
public final class RequirementsResource {
    private final Regimes regimes;
    private final Packs packs;

    RequirementsResource(Regimes regimes, Packs packs) {
        this.regimes = regimes;
        this.packs = packs;
    }

    /** The requirements of a pack, or of the one that an audit of today uses. */
    @GET
    public RequirementsJson list(@PathParam("regime") String regime, @Context UriInfo uri) {
        Query query = Query.ofList(uri, "version");
        PackView pack = query.one("version")
                .map(version -> packs.get(regime, version))
                .orElseGet(() -> current(regimes.get(regime)));
        List<RequirementView> all = packs.requirements(regime, pack.version());
        Page<RequirementView> page =
                Lists.page("requirements " + pack.digest(), all, RequirementView::id, query.page());
        return RequirementsJson.of(pack, page);
    }

    private static PackView current(RegimeView regime) {
        if (regime.current() == null) {
            throw new ConflictException(
                    "days-not-covered",
                    "no active pack of the regime '" + regime.id() + "' holds today",
                    "name a version in the query, or activate a pack that holds today");
        }
        return regime.current();
    }
}
