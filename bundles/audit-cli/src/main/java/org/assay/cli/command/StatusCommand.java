package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
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
        Path tokenFile = session.service().tokenFile();
        boolean token = Files.exists(tokenFile);
        List<JsonNode> stale =
                state.equals("ready") && token ? stale(session.service().api()) : List.of();
        String version = spec.root().version()[0].replace("Assay ", "");
        if (json) {
            ObjectNode status = new ObjectMapper().createObjectNode();
            status.put("state", state);
            status.put("url", run.map(StatusCommand::url).orElse(null));
            status.put("tokenFile", tokenFile.toString());
            status.put("pid", run.map(RunFile::pid).orElse(null));
            status.put("version", version);
            status.putArray("stale").addAll(stale);
            session.results().jsonLine(status);
        } else {
            session.results()
                    .line("Assay " + version + " is " + state
                            + run.map(found -> " at " + url(found)).orElse(""));
            session.results().line("Token file: " + (token ? tokenFile : ServiceControl.withoutToken(tokenFile)));
            stale.forEach(audit -> session.results()
                    .line("Stale: the newest audit of " + audit.path("network").asText() + ", since "
                            + audit.path("since").asText() + ": "
                            + Terminal.safe(audit.path("because").asText())));
        }
        return run.isPresent() ? ExitCode.OK : ExitCode.NO_SERVICE;
    }

    /** Of each network the newest audit, among the latest ones, if it is not up to date. */
    private static List<JsonNode> stale(Api api) {
        Set<String> seen = new HashSet<>();
        List<JsonNode> stale = new ArrayList<>();
        for (JsonNode audit : api.get("/audits?limit=1000").path("items")) {
            boolean newest = audit.path("state").asText().equals("done")
                    && seen.add(audit.path("network").asText());
            if (newest && !audit.path("stale").isEmpty()) {
                ObjectNode one = new ObjectMapper().createObjectNode();
                one.put("network", audit.path("network").asText());
                one.put("audit", audit.path("id").asText());
                one.put("since", audit.path("stale").path(0).path("since").asText());
                one.put("because", audit.path("stale").path(0).path("because").asText());
                stale.add(one);
            }
        }
        return stale;
    }

    private static String url(RunFile run) {
        return "http://127.0.0.1:" + run.port() + "/api/v1";
    }
}
