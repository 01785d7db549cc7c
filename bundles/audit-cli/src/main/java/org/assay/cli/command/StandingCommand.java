package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on standing audits. */
@Command(
        name = "standing",
        description = "Standing audits: networks that are audited again whenever their last such audit is stale.")
final class StandingCommand implements Runnable {
    private static final String NETWORK = "such as de-rheinfunk";
    private static final String JSON = "As JSON, for programs.";

    private final Session session;

    @Spec
    private CommandSpec spec;

    StandingCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: standing list, set or remove");
    }

    private static String path(String network) {
        return "/networks/" + Api.part(network) + "/standing";
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All of them, with their last audits.")
    int list(@Option(names = "--json", description = JSON) boolean json) {
        JsonNode all = session.service().api().get("/standing?limit=1000").path("items");
        if (json) {
            session.results().json(all);
            return ExitCode.OK;
        }
        Table table = new Table().header("NETWORK", "REGIMES", "LAST AUDIT", "STALE SINCE", "AGAIN ON", "PROBLEM");
        for (JsonNode one : all) {
            List<String> regimes = new ArrayList<>();
            one.path("regimes").forEach(regime -> regimes.add(regime.asText()));
            table.row(
                    one.path("network").asText(),
                    String.join(", ", regimes),
                    one.path("audit").asText("-"),
                    one.path("stale").path(0).path("since").asText("-"),
                    one.path("nextDay").asText("-"),
                    one.path("problem").asText("-"));
        }
        if (all.isEmpty()) {
            session.results().line("No network has a standing audit.");
        } else {
            table.print(session.results());
        }
        return ExitCode.OK;
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Audit a network now, and again whenever facts, packs or waivers change or a date passes.")
    int set(
            @Parameters(paramLabel = "NETWORK", description = NETWORK) String network,
            @Option(
                            names = "--regimes",
                            split = ",",
                            required = true,
                            paramLabel = "ID",
                            description = "such as de-bsi,eu-toolbox")
                    List<String> regimes,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode one = session.service().api().put(path(network), Map.of("regimes", regimes));
        session.results()
                .either(
                        json,
                        one,
                        network + " is audited under " + String.join(", ", regimes) + " from now on: ./assay audits "
                                + network);
        return ExitCode.OK;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "End it; audits that were made stay.")
    int remove(@Parameters(paramLabel = "NETWORK", description = NETWORK) String network) {
        session.service().api().delete(path(network));
        session.results().line(network + " is not audited by itself any more");
        return ExitCode.OK;
    }
}
