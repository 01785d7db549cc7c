package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import org.assay.cli.view.Terminal;
import picocli.CommandLine.Command;

/** Lists regimes. */
@Command(name = "regimes", description = "The regimes that are installed, and those that can be.")
final class RegimesCommand implements Callable<Integer> {
    private final Session session;

    RegimesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        Table table = new Table().header("REGIME", "STATE", "EDITION", "IN FORCE", "WHAT");
        for (JsonNode regime : api.get("/regimes?available=true").path("items")) {
            boolean installed = regime.path("installed").asBoolean();
            JsonNode full = installed ? api.get("/regimes/" + regime.path("id").asText()) : regime;
            JsonNode current = full.path("current");
            full.path("activePacks").forEach(this::warn);
            String title = full.path("title")
                    .path("en")
                    .asText(full.path("description").asText(""));
            table.row(
                    regime.path("id").asText(),
                    installed ? "installed" : "available",
                    current.path("version").asText("-"),
                    inForce(current.path("inForce")),
                    Terminal.safe(title));
        }
        table.print(session.results());
        return ExitCode.OK;
    }

    private void warn(JsonNode pack) {
        if (pack.has("doubt")) {
            String doubt =
                    pack.path("version").asText() + ": " + pack.path("doubt").asText();
            session.messages().line("warning: " + Terminal.safe(doubt));
        }
    }

    private static String inForce(JsonNode interval) {
        String to = interval.path("to").asText("never");
        String until = to.equals("never") ? "" : " to " + to;
        return interval.isMissingNode() ? "-" : "from " + interval.path("from").asText() + until;
    }
}
