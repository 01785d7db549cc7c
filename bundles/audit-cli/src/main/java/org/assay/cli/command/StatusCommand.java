package org.assay.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.service.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether the service runs. */
@Command(name = "status", description = "Whether the service runs, where, and with which token file.")
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<RunFile> run = session.service().running();
        String state =
                run.map(found -> Api.ready(found.port()) ? "ready" : "starting").orElse("stopped");
        String version = spec.root().version()[0].replace("Assay ", "");
        if (json) {
            ObjectNode status = new ObjectMapper().createObjectNode();
            status.put("state", state);
            status.put("url", run.map(StatusCommand::url).orElse(null));
            status.put("tokenFile", session.layout().tokenFile().toString());
            status.put("pid", run.map(RunFile::pid).orElse(null));
            status.put("version", version);
            session.results().line(status.toString());
        } else {
            session.results()
                    .line("Assay " + version + " is " + state
                            + run.map(found -> " at " + url(found)).orElse(""));
            session.results().line("Token file: " + session.layout().tokenFile());
        }
        return run.isPresent() ? ExitCode.OK : ExitCode.NO_SERVICE;
    }

    private static String url(RunFile run) {
        return "http://127.0.0.1:" + run.port() + "/api/v1";
    }
}
