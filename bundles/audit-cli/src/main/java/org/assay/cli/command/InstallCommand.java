package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs a regime while the service runs. */
@Command(name = "install", description = "Install a regime at run time; nothing restarts.")
final class InstallCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "such as de-bsi; see: assay regimes")
    private String id;

    InstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonNode regime = session.service().api().post("/regimes", Map.of("id", id));
        String edition = regime.path("current").path("version").asText("");
        if (!edition.isEmpty()) {
            session.results().line("Installed " + id + ", edition " + Terminal.safe(edition));
            return ExitCode.OK;
        }
        List<String> reasons = new ArrayList<>();
        regime.path("refused").forEach(reason -> reasons.add(Terminal.safe(reason.asText())));
        throw new CliException(
                ExitCode.BAD_INPUT, id + " is installed but judges nothing: none of its packs is active", reasons);
    }
}
