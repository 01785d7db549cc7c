package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
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
        session.results()
                .line("Installed " + id + ", edition "
                        + regime.path("current").path("version").asText("none"));
        return ExitCode.OK;
    }
}
