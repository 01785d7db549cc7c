package org.assay.cli.command;

import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import picocli.CommandLine.Command;

/** Stops the service. */
@Command(name = "stop", description = "Stop the service; what it was told is kept.")
final class StopCommand implements Callable<Integer> {
    private final Session session;

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean ran = session.service().stop(session.progress());
        session.results().line(ran ? "Assay has stopped." : "Assay was not running.");
        return ExitCode.OK;
    }
}
