package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.client.NetworkFile;
import org.assay.cli.view.AuditTables;
import org.assay.cli.view.Terminal;
import picocli.CommandLine.Command;

/** The main job on three example networks: install regimes, audit, compare, swap rules, all while the service runs. */
@Command(
        name = "demo",
        description = "Install three regimes, audit three example networks, swap a rule pack: all at run time.")
final class DemoCommand implements Callable<Integer> {
    private static final String AS_OF = "2026-11-21";
    private static final List<String> REGIMES = List.of("de-bsi", "fr-anssi", "uk-ncsc");
    private static final List<String> NETWORKS = List.of("de-rheinfunk", "fr-hexamobile", "uk-albion");
    private static final String SWAPPED = "de-bsi";
    private static final String EDITION = "de-bsi/de-bsi-2026.2.0-draft-list.dsse.json";
    private static final int CHANGES_SHOWN = 8;

    private final Session session;
    private final Terminal out;
    private final AuditTables tables;

    DemoCommand(Session session) {
        this.session = session;
        this.out = session.results();
        this.tables = new AuditTables(out);
    }

    @Override
    public Integer call() {
        Instant begun = Instant.now();
        Api api = session.service().apiStarted(session.progress());
        out.line("Assay is ready at " + api.url() + seconds(begun));
        AuditClient client = new AuditClient(api, session.progress());
        install(api, client);
        for (String network : NETWORKS) {
            audit(api, client, network);
        }
        compare(api, client, "fr-hexamobile");
        swap(api, client, "de-rheinfunk");
        farewell(api);
        return ExitCode.OK;
    }

    private void install(Api api, AuditClient client) {
        out.heading("1. Three regimes, installed while the service runs");
        List<String> before = client.installed();
        for (String regime : REGIMES) {
            Instant begun = Instant.now();
            JsonNode installed = api.post("/regimes", Map.of("id", regime));
            JsonNode current = installed.path("current");
            out.line("  " + regime + "  edition " + current.path("version").asText() + "  "
                    + Terminal.safe(installed.path("title").path("en").asText())
                    + (before.contains(regime) ? "  (was installed already)" : seconds(begun)));
        }
    }

    private void audit(Api api, AuditClient client, String network) {
        NetworkFile file = example(network);
        JsonNode records = file.deliver(api).path("snapshot").path("records");
        Instant begun = Instant.now();
        JsonNode audit = client.audit(file.id(), REGIMES, AS_OF);
        out.heading("2. " + file.name() + " (" + file.country() + "): "
                + records.path("component").asInt() + " components, "
                + records.path("evidence").asInt() + " pieces of evidence, as of " + AS_OF);
        tables.counts(audit);
        out.line(out.style(
                "faint",
                audit.path("verdicts").asInt() + " verdicts" + seconds(begun) + ", snapshot "
                        + audit.path("snapshot").asText()));
        out.line();
        out.line(out.style("bold", "The five gravest findings"));
        int number = 1;
        for (JsonNode finding :
                client.findings(audit.path("id").asText(), "limit=5").path("items")) {
            tables.finding(number++, finding);
        }
    }

    private NetworkFile example(String name) {
        return NetworkFile.of(session.layout().shipped("examples/" + name + ".json"));
    }

    private void compare(Api api, AuditClient client, String network) {
        out.heading("3. The same facts under German, French and British rules, strictest first");
        String audit = client.latest(example(network).id()).path("id").asText();
        tables.comparison(api.get("/audits/" + audit + "/comparison?limit=10"));
    }

    private void swap(Api api, AuditClient client, String network) {
        out.heading("4. A rule pack swapped while the service runs: " + SWAPPED);
        String packs = "/regimes/" + SWAPPED + "/packs";
        String id = example(network).id();
        String before =
                api.get("/regimes/" + SWAPPED).path("current").path("version").asText();
        Path file = session.layout().shipped("examples/packs/" + EDITION);
        JsonNode staged = api.postFile(packs, file, "application/json");
        String version = staged.path("version").asText();
        out.line("  " + Terminal.safe(staged.path("title").path("en").asText()));
        String first = client.audit(id, List.of(SWAPPED), AS_OF).path("id").asText();
        Instant begun = Instant.now();
        api.post(packs + "/" + version + "/activate", Map.of());
        String second = client.audit(id, List.of(SWAPPED), AS_OF).path("id").asText();
        out.line("  edition " + before + " -> " + version + ", and the first audit by the new rules" + seconds(begun)
                + ". What changed:");
        tables.diff(api.get("/audits/" + first + "/diff/" + second + "?limit=" + CHANGES_SHOWN), CHANGES_SHOWN);
        api.post(packs + "/" + before + "/rollback", Map.of());
        out.line("  rolled back to " + before + ": the edition above is a draft, not the law");
    }

    private void farewell(Api api) {
        out.heading("Go on");
        out.line("  API     " + api.url() + "   description: " + api.url() + "/openapi.json");
        out.line("  token   " + session.layout().tokenFile());
        out.line("  why?    ./assay explain COMPONENT");
        out.line("  yours   ./assay audit FILE --regimes de-bsi,fr-anssi");
        out.line("  stop    ./assay stop");
    }

    private static String seconds(Instant begun) {
        long millis = Duration.between(begun, Instant.now()).toMillis();
        return String.format(Locale.ROOT, " in %.1f s", millis / 1000.0);
    }
}
