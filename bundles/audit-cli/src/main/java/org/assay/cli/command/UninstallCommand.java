package org.assay.cli.command;

import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a regime while the service runs. */
@Command(name = "uninstall", description = "Remove a regime at run time; past audits stay readable.")
final class UninstallCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "such as de-bsi")
    private String id;

    UninstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.service().api().delete("/regimes/" + Api.part(id));
        session.results().line("Removed " + id);
        return ExitCode.OK;
    }
}
