package org.assay.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.view.ImpactTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a pack or a change of the network would mean, before anything is done. */
@Command(
        name = "preview",
        description =
                "What a staged pack, or a change of components, would mean: nothing is activated and no facts are kept.")
final class PreviewCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;

    @Spec
    private CommandSpec spec;

    PreviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say of what: preview pack, or preview change");
    }

    @Command(name = "pack", description = "Of a staged pack, on some or all networks.", mixinStandardHelpOptions = true)
    int pack(
            @Parameters(paramLabel = "REGIME") String regime,
            @Parameters(paramLabel = "VERSION") String version,
            @Option(names = "--network", paramLabel = "ID", description = "may be repeated (default: all)") @Nullable
                    List<String> networks,
            @Option(
                            names = "--as-of",
                            paramLabel = "DAY",
                            description = "the day whose law is applied (default: today)")
                    @Nullable
                    String asOf,
            @Option(names = "--json", description = "the whole impact as JSON, a line for each network") boolean json) {
        Map<String, Object> trial = Map.of("packs", Map.of(regime, version));
        for (String network : networks == null ? networks() : networks) {
            show(network, List.of(regime), asOf, trial, json);
        }
        return ExitCode.OK;
    }

    @Command(
            name = "change",
            description = {
                "Of other components: a firmware update, or a supplier replaced in a region by a day.",
                "Example: preview change uk-albion --where supplier=huawei-uk --where site.country=GB --set supplier=ericsson"
                        + " --set product=null --as-of 2027-12-31"
            },
            mixinStandardHelpOptions = true)
    int change(
            @Parameters(paramLabel = "NETWORK") String network,
            @Option(
                            names = "--where",
                            paramLabel = "PATH=VALUE",
                            description =
                                    "which components; a path given twice takes either value, several paths take all")
                    @Nullable
                    List<String> where,
            @Option(
                            names = "--set",
                            paramLabel = "PATH=VALUE",
                            required = true,
                            description = "what they are then; null takes a field away, a value may be JSON")
                    List<String> set,
            @Option(
                            names = "--regimes",
                            paramLabel = "ID",
                            split = ",",
                            description = "(default: all that are installed)")
                    @Nullable
                    List<String> regimes,
            @Option(
                            names = "--as-of",
                            paramLabel = "DAY",
                            description = "the day whose law is applied (default: today)")
                    @Nullable
                    String asOf,
            @Option(names = "--json", description = "the whole impact as JSON") boolean json) {
        List<String> chosen = regimes == null ? client().installed() : regimes;
        Map<String, Object> trial = Map.of("changes", List.of(Map.of("where", conditions(where), "set", patch(set))));
        show(network, chosen, asOf, trial, json);
        return ExitCode.OK;
    }

    private void show(
            String network, List<String> regimes, @Nullable String asOf, Map<String, Object> trial, boolean json) {
        JsonNode before = client().audit(network, regimes, asOf, Map.of());
        JsonNode after = client().audit(network, regimes, asOf, Map.of("trial", trial));
        String path = "/audits/" + Api.part(before.path("id").asText()) + "/impact/"
                + Api.part(after.path("id").asText());
        JsonNode impact = session.service().api().get(path);
        if (json) {
            session.results().jsonLine(((ObjectNode) impact).put("network", network));
        } else {
            new ImpactTable(session.results()).print(network, before, impact);
        }
    }

    private AuditClient client() {
        return new AuditClient(session.service().api(), session.progress());
    }

    private List<String> networks() {
        List<String> ids = new ArrayList<>();
        Api api = session.service().api();
        for (JsonNode network : api.get("/networks?limit=1000").path("items")) {
            String id = network.path("id").asText();
            if (api.get("/networks/" + Api.part(id) + "/snapshots?limit=1")
                            .path("total")
                            .asLong()
                    > 0) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static Map<String, List<String>> conditions(@Nullable List<String> where) {
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        for (String one : where == null ? List.<String>of() : where) {
            String[] parts = parts(one);
            conditions.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
        }
        return conditions;
    }

    private static ObjectNode patch(List<String> set) {
        ObjectNode patch = JSON.createObjectNode();
        for (String one : set) {
            String[] parts = parts(one);
            ObjectNode at = patch;
            String[] steps = parts[0].split("\\.");
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.withObjectProperty(steps[i]);
            }
            at.set(steps[steps.length - 1], value(parts[1]));
        }
        return patch;
    }

    /** JSON where it is some, else the text as it stands: a version such as 7.10 is no number. */
    private static JsonNode value(String text) {
        boolean structured = text.startsWith("[") || text.startsWith("{") || text.startsWith("\"");
        boolean word = text.equals("null") || text.equals("true") || text.equals("false");
        try {
            return structured || word
                    ? JSON.readTree(text)
                    : JSON.getNodeFactory().textNode(text);
        } catch (JsonProcessingException broken) {
            throw new CliException(ExitCode.BAD_INPUT, "this value is no JSON: " + text);
        }
    }

    private static String[] parts(String one) {
        int equals = one.indexOf('=');
        if (equals < 1) {
            throw new CliException(ExitCode.BAD_INPUT, "write PATH=VALUE, not '" + one + "'");
        }
        return new String[] {one.substring(0, equals), one.substring(equals + 1)};
    }
}
