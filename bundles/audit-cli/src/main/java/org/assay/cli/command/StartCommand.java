package org.assay.cli.command;

import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service. */
@Command(name = "start", description = "Start the service and wait until it is ready.")
final class StartCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--port", description = "Port on 127.0.0.1 (default: " + ServiceControl.DEFAULT_PORT + ").")
    private @Nullable Integer port;

    @Option(
            names = "--wait",
            defaultValue = "" + ServiceControl.START_LIMIT,
            paramLabel = "SECONDS",
            description = "how long it may take until it is ready; default ${DEFAULT-VALUE}")
    private int wait;

    StartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (wait < 1) {
            throw new CliException(ExitCode.BAD_INPUT, "--wait takes seconds, at least 1");
        }
        RunFile run = session.service().start(port, wait, session.progress());
        session.results()
                .line("Assay is ready: http://127.0.0.1:" + run.port() + "/api/v1  ("
                        + session.service().tokenWords() + ")");
        session.results().line("Stop it with: ./assay stop");
        return ExitCode.OK;
    }
}
