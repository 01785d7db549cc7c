package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.client.NetworkFile;
import org.assay.cli.view.AuditTables;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Audits a network document. */
@Command(
        name = "audit",
        description = "Audit a network document. Starts the service where none runs.",
        footer = {"", "Exit code 1 says that a binding demand is not met."})
final class AuditCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        table,
        json,
        ndjson,
        csv
    }

    private static final int SHOWN = 25;

    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            description = "a network document, *.json or *.ndjson; see docs/network-document.md")
    private Path file;

    @Option(
            names = "--regimes",
            split = ",",
            paramLabel = "ID",
            description = "regimes, such as de-bsi,fr-anssi (default: all that are installed)")
    private @Nullable List<String> regimes;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day whose law is applied (default: today in the network's time zone)")
    private @Nullable String asOf;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, json, ndjson (every verdict) or csv (every verdict); default ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--all", description = "every finding in the table, not the gravest " + SHOWN)
    private boolean all;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NetworkFile network = NetworkFile.of(file);
        Api api = session.service().apiStarted(session.progress());
        AuditClient client = new AuditClient(api, session.progress());
        List<String> chosen = regimes == null ? client.installed() : regimes;
        if (chosen.isEmpty()) {
            throw new CliException(ExitCode.BAD_INPUT, "no regime is installed. Install one: ./assay install de-bsi");
        }
        JsonNode intake = network.deliver(api);
        intake.path("notes").forEach(note -> session.messages().line("note: " + Terminal.safe(note.asText())));
        JsonNode audit = client.audit(network.id(), chosen, asOf);
        show(audit, api, client);
        return audit.path("counts").path("FAIL").asInt() > 0 ? ExitCode.FAILURES : ExitCode.OK;
    }

    private void show(JsonNode audit, Api api, AuditClient client) {
        String id = audit.path("id").asText();
        switch (format) {
            case table -> table(audit, client);
            case json -> json(audit, client);
            case ndjson -> api.copy("/audits/" + Api.part(id) + "/verdicts", "application/x-ndjson", session.bytes());
            case csv -> api.copy("/audits/" + Api.part(id) + "/verdicts", "text/csv", session.bytes());
        }
    }

    private void table(JsonNode audit, AuditClient client) {
        Terminal out = session.results();
        AuditTables tables = new AuditTables(out);
        String id = audit.path("id").asText();
        out.heading(
                audit.path("network").asText() + " as of " + audit.path("asOf").asText());
        tables.counts(audit);
        out.heading("Findings, the gravest first");
        int total = audit.path("findings").asInt();
        if (all) {
            tables.findings(client.allFindings(id));
        } else {
            tables.findings(client.findings(id, "limit=" + SHOWN).path("items"));
            if (total > SHOWN) {
                out.line("… and " + (total - SHOWN) + " more: --all");
            }
        }
        out.line();
        out.line("Audit " + id + ", snapshot " + audit.path("snapshot").asText());
        out.line("Why: ./assay explain COMPONENT --audit " + id);
    }

    private void json(JsonNode audit, AuditClient client) {
        ObjectNode whole = new ObjectMapper().createObjectNode();
        whole.set("audit", audit);
        whole.putArray("findings").addAll(client.allFindings(audit.path("id").asText()));
        session.results().json(whole);
    }
}
