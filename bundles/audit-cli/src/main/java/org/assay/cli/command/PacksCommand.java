package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the editions of a regime. */
@Command(name = "packs", description = "The editions of a regime's rules, and which is in use.")
final class PacksCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "such as de-bsi")
    private String id;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    PacksCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonNode packs = session.service()
                .api()
                .get("/regimes/" + Api.part(id) + "/packs?limit=1000")
                .path("items");
        if (json) {
            session.results().json(packs);
            return ExitCode.OK;
        }
        Table table = new Table()
                .header("VERSION", "STATE", "IN FORCE FROM", "RULES", "CASES", "BROUGHT BY", "PLANNED", "DIGEST");
        for (JsonNode pack : packs) {
            table.row(
                    pack.path("version").asText(),
                    pack.path("state").asText().replace('_', ' ') + (pack.has("doubt") ? ", key revoked" : ""),
                    pack.path("inForce").path("from").asText(),
                    pack.path("report").path("requirements").asText(),
                    pack.path("report").path("cases").asText(),
                    pack.path("origin").asText() + ", " + pack.path("stagedBy").asText(),
                    planned(pack.path("planned")),
                    pack.path("digest").asText());
        }
        table.print(session.results());
        return ExitCode.OK;
    }

    private static String planned(JsonNode planned) {
        String how = planned.path("rollback").asBoolean() ? "back to it " : "";
        return planned.isMissingNode()
                ? "-"
                : how + planned.path("at").asText() + ", " + planned.path("by").asText();
    }
}
