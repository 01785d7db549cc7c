package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists audits, and says which of them are up to date. */
@Command(
        name = "audits",
        description = "Audits, the newest first, and whether they are up to date: if not, since when and why.")
final class AuditsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NETWORK", arity = "0..1", description = "only of this network")
    private @Nullable String network;

    @Option(names = "--stale", description = "only those that are not up to date")
    private boolean stale;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "how many to show, at most 1000; default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    AuditsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String of = network == null ? "" : "&network=" + Api.part(network);
        JsonNode page = session.service().api().get("/audits?limit=" + limit + (stale ? "&stale=true" : "") + of);
        JsonNode audits = page.path("items");
        if (json) {
            session.results().json(audits);
        } else {
            table(audits);
            long more = page.path("total").asLong() - audits.size();
            if (more > 0) {
                session.results().line("… and " + more + " older ones: --limit N shows more");
            }
        }
        return ExitCode.OK;
    }

    private void table(JsonNode audits) {
        Table table = new Table()
                .header("AUDIT", "NETWORK", "AS OF", "REGIMES", "STATE", "STALE SINCE", "BECAUSE")
                .whole();
        for (JsonNode audit : audits) {
            List<String> regimes = new ArrayList<>();
            audit.path("regimes")
                    .forEach(part -> regimes.add(part.path("regime").asText()));
            JsonNode first = audit.path("stale").path(0);
            int more = audit.path("stale").size() - 1;
            table.row(
                    audit.path("id").asText(),
                    audit.path("network").asText(),
                    audit.path("asOf").asText(),
                    String.join(", ", regimes),
                    audit.has("removed") ? "removed" : audit.path("state").asText(),
                    first.path("since").asText("-"),
                    first.path("because").asText("-") + (more > 0 ? " (and " + more + " more)" : ""));
        }
        if (audits.isEmpty()) {
            session.results().line(stale ? "No audit is stale." : "No audits.");
        } else {
            table.print(session.results());
        }
    }
}
