package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.DossierTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what regimes oversee of a supplier. */
@Command(
        name = "programme",
        description =
                "What an oversight board sees of a supplier: evaluations, findings and their life, builds, components,"
                        + " mitigation, assurance.")
final class ProgrammeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NETWORK", description = "such as uk-albion")
    private String network;

    @Parameters(index = "1", paramLabel = "SUPPLIER", description = "a supplier's id")
    private String supplier;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (default: today in the network's time zone)")
    private @Nullable String asOf;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    ProgrammeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String day = asOf == null ? "" : "?asOf=" + Api.part(asOf);
        JsonNode all = session.service()
                .api()
                .get("/networks/" + Api.part(network) + "/programmes/" + Api.part(supplier) + day)
                .path("items");
        if (json) {
            session.results().json(all);
        } else {
            all.forEach(new DossierTables(session.results())::programme);
        }
        return ExitCode.OK;
    }
}
