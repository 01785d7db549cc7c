package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    private static final List<Example> EXAMPLES = List.of(
            new Example("de-rheinfunk", "de-bsi"),
            new Example("fr-hexamobile", "fr-anssi"),
            new Example("uk-albion", "uk-ncsc"));
    private static final List<String> REGIMES =
            EXAMPLES.stream().map(Example::home).toList();

    /** Regimes that speak of every network, whatever its country. */
    private static final List<String> BESIDE = List.of("eu-toolbox", "prague");

    private static final String SWAPPED = "de-bsi";
    private static final String EDITION = "de-bsi/de-bsi-2026.2.0-draft-list.dsse.json";
    private static final int CHANGES_SHOWN = 8;
    private static final int FINDINGS_SHOWN = 5;

    /** An example network and the regime of its own country. */
    private record Example(String file, String home) {}

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
        EXAMPLES.forEach(example -> audit(api, client, example));
        compare(api, client, "fr-hexamobile");
        swap(api, client, "de-rheinfunk");
        farewell(api);
        return ExitCode.OK;
    }

    private void install(Api api, AuditClient client) {
        out.heading("1. Three regimes, installed while the service runs");
        install(api, client, REGIMES);
    }

    private void install(Api api, AuditClient client, List<String> regimes) {
        List<String> before = client.installed();
        for (String regime : regimes) {
            Instant begun = Instant.now();
            JsonNode installed = api.post("/regimes", Map.of("id", regime));
            JsonNode current = installed.path("current");
            out.line("  " + regime + "  edition " + current.path("version").asText() + "  "
                    + Terminal.safe(installed.path("title").path("en").asText())
                    + (before.contains(regime) ? "  (was installed already)" : seconds(begun)));
        }
    }

    private void audit(Api api, AuditClient client, Example example) {
        NetworkFile file = example(example.file());
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
        out.line(out.style("bold", "The gravest findings under " + example.home() + ", one a requirement"));
        gravest(client, audit.path("id").asText(), example.home());
    }

    /** The first finding of each of the gravest requirements; many components may share one. */
    private void gravest(AuditClient client, String audit, String regime) {
        Set<String> shown = new HashSet<>();
        for (JsonNode finding :
                client.findings(audit, "limit=1000&regime=" + Api.part(regime)).path("items")) {
            if (shown.size() < FINDINGS_SHOWN
                    && shown.add(finding.path("requirement").asText())) {
                tables.finding(shown.size(), finding);
            }
        }
    }

    private void compare(Api api, AuditClient client, String example) {
        out.heading("3. The same facts under French law, the EU toolbox and the Prague Proposals, strictest first");
        install(api, client, BESIDE);
        List<String> regimes =
                Stream.concat(Stream.of("fr-anssi"), BESIDE.stream()).toList();
        String audit =
                client.audit(example(example).id(), regimes, AS_OF).path("id").asText();
        tables.comparison(api.get("/audits/" + audit + "/comparison?limit=10"));
    }

    private NetworkFile example(String name) {
        return NetworkFile.of(session.layout().shipped("examples/" + name + ".json"));
    }

    private void swap(Api api, AuditClient client, String example) {
        String network = example(example).id();
        out.heading("4. A rule pack swapped while the service runs: " + SWAPPED);
        String packs = "/regimes/" + SWAPPED + "/packs";
        String before =
                api.get("/regimes/" + SWAPPED).path("current").path("version").asText();
        Path file = session.layout().shipped("examples/packs/" + EDITION);
        JsonNode staged = api.postFile(packs, file, "application/json");
        String version = staged.path("version").asText();
        out.line("  " + Terminal.safe(staged.path("title").path("en").asText()));
        String first = client.audit(network, List.of(SWAPPED), AS_OF).path("id").asText();
        Instant begun = Instant.now();
        api.post(packs + "/" + version + "/activate", Map.of());
        String second =
                client.audit(network, List.of(SWAPPED), AS_OF).path("id").asText();
        out.line("  edition " + before + " -> " + version + ", and the first audit by the new rules" + seconds(begun)
                + ". What changed:");
        String diff = "/audits/" + first + "/diff/" + second;
        tables.flips(api.get(diff + "?limit=1"));
        tables.changes(api.get(diff + "?outcome=FAIL&limit=" + CHANGES_SHOWN));
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
