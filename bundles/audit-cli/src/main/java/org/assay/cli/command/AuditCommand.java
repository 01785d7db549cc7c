package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
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
        description = "Audit a network document, or a network that is loaded. Starts the service where none runs.",
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
    private static final String ID = "[a-z][a-z0-9-]{1,62}";

    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "a network document, *.json or *.ndjson, see docs/network-document.md; where no such file is, the id of a network that is loaded")
    private @Nullable Path file;

    @Option(
            names = "--network",
            paramLabel = "ID",
            description = "in place of a file: the newest facts of a network that is loaded, such as fr-hexamobile")
    private @Nullable String network;

    @Option(
            names = "--again",
            paramLabel = "AUDIT",
            description = "in place of a file: make this audit once more, of the same facts, packs, options and day")
    private @Nullable String again;

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
        requireAlone();
        String loaded = loaded();
        NetworkFile document = again == null && loaded == null ? NetworkFile.of(requireFile()) : null;
        Api api = session.service().apiStarted(session.progress());
        AuditClient client = new AuditClient(api, session.progress());
        JsonNode audit = again != null ? repeated(again, client) : first(document, String.valueOf(loaded), api, client);
        show(audit, api, client);
        return audit.path("counts").path("FAIL").asInt() > 0 ? ExitCode.FAILURES : ExitCode.OK;
    }

    /** The network that is meant by its id: one that is named as such, or by what is no file. */
    private @Nullable String loaded() {
        if (network != null || file == null) {
            return network;
        }
        String name = file.toString();
        return name.matches(ID) && !Files.exists(file) ? name : null;
    }

    private Path requireFile() {
        if (file == null) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "name a network document, a network that is loaded: --network ID, or an audit: --again AUDIT");
        }
        return file;
    }

    private void requireAlone() {
        if (again != null && (file != null || network != null || regimes != null || asOf != null)) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "--again takes facts, regimes and day from the audit: leave FILE, --network, --regimes and --as-of out");
        }
        if (network != null && file != null) {
            throw new CliException(
                    ExitCode.BAD_INPUT, "--network takes the facts that are loaded: leave FILE out, or --network");
        }
    }

    private JsonNode repeated(String id, AuditClient client) {
        JsonNode before = client.audit(id).path("regimes");
        JsonNode audit = client.again(id);
        for (int i = 0; i < audit.path("regimes").size(); i++) {
            JsonNode part = audit.path("regimes").path(i);
            boolean same = part.path("verdictDigest").equals(before.path(i).path("verdictDigest"));
            String doubt = part.path("pack").path("doubt").asText("");
            session.messages()
                    .line(part.path("regime").asText() + " "
                            + part.path("pack").path("version").asText()
                            + (same ? ": the same verdicts, " : ": OTHER VERDICTS than audit " + id + " had, ")
                            + part.path("verdictDigest").asText()
                            + (doubt.isEmpty()
                                    ? ""
                                    : "; this pack would not be taken any more: " + Terminal.safe(doubt)));
        }
        return audit;
    }

    /** Of a document that is delivered first, else of what is loaded under an id. */
    private JsonNode first(@Nullable NetworkFile document, String loaded, Api api, AuditClient client) {
        if (document == null) {
            client.requireLoaded(loaded);
        }
        List<String> chosen = regimes == null ? client.installed() : regimes;
        if (chosen.isEmpty()) {
            throw new CliException(ExitCode.BAD_INPUT, "no regime is installed. Install one: ./assay install de-bsi");
        }
        if (document == null) {
            return client.audit(loaded, chosen, asOf);
        }
        JsonNode intake = document.deliver(api);
        intake.path("notes").forEach(note -> session.messages().line("note: " + Terminal.safe(note.asText())));
        return client.audit(document.id(), chosen, asOf);
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
