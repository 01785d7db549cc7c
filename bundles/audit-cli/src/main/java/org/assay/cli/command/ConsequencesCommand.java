package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.client.Pages;
import org.assay.cli.view.ConsequenceTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What follows from an audit beyond its verdicts. */
@Command(
        name = "consequences",
        description =
                "Who hangs on components that a regime does not trust, what replacing them costs and takes, who could"
                        + " stand in, and the fewest swaps that bring a share under its cap.")
final class ConsequencesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;

    @Option(names = "--audit", paramLabel = "ID", description = "the audit (default: the latest)")
    private @Nullable String audit;

    @Option(names = "--regime", paramLabel = "ID", description = "only under this regime; may be repeated")
    private @Nullable List<String> regimes;

    @Option(
            names = "--currency",
            paramLabel = "EUR",
            description = "sums in one currency, by the rates that --rate gives")
    private @Nullable String currency;

    @Option(
            names = "--rate",
            paramLabel = "USD:0.92",
            description = "what one unit of another currency is in it; may be repeated")
    private @Nullable List<String> rates;

    @Option(names = "--json", description = "everything as one JSON object")
    private boolean json;

    @Option(
            names = "--csv",
            paramLabel = "LIST",
            description = "one whole list as CSV: reach, replacements, alternatives or caps")
    private @Nullable String csv;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "cost and time by the statements of this JSON file, {\"replacements\": [...]} as in a network"
                    + " document, in place of the network's own; they are not kept")
    private @Nullable Path costs;

    ConsequencesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        String base = "/audits/" + Api.part(new AuditClient(api, session.progress()).idOr(audit));
        if (csv != null && costs != null) {
            throw new CliException(ExitCode.BAD_INPUT, "--costs gives no whole list as CSV: use it with --json");
        }
        if (csv != null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            api.copy(base + path(csv) + query(csv, "?"), "text/csv", out);
            out.toString(StandardCharsets.UTF_8).lines().forEach(session.results()::line);
            return ExitCode.OK;
        }
        ObjectNode all = everything(api, base);
        if (json) {
            session.results().jsonLine(all);
        } else {
            new ConsequenceTables(session.results()).print(all);
        }
        return ExitCode.OK;
    }

    private ObjectNode everything(Api api, String base) {
        ObjectNode all = JSON.createObjectNode();
        String numbers = base + "/consequences" + query("numbers", "?");
        JsonNode priced = costs == null ? api.get(numbers) : api.postOnce(numbers, statements(costs));
        all.set("numbers", priced);
        for (String list : List.of("caps", "reach", "replacements", "alternatives")) {
            if (costs != null && list.equals("replacements")) {
                all.set(list, priced.path(list));
            } else {
                all.putArray(list).addAll(Pages.all(api, base + path(list) + query(list, "?")));
            }
        }
        return all;
    }

    private static JsonNode statements(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_INPUT, "no JSON can be read from " + file + ": " + e.getMessage());
        }
    }

    private static String path(String list) {
        return list.equals("caps") ? "/caps" : "/consequences/" + Api.part(list);
    }

    private String query(String list, String first) {
        StringBuilder query = new StringBuilder();
        for (String regime : regimes == null ? List.<String>of() : regimes) {
            query.append("&regime=").append(Api.part(regime));
        }
        if (list.equals("numbers") && currency != null) {
            query.append("&currency=").append(Api.part(currency));
            for (String rate : rates == null ? List.<String>of() : rates) {
                query.append("&rate=").append(Api.part(rate));
            }
        }
        return query.isEmpty() ? "" : first + query.substring(1);
    }
}
