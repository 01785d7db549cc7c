package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.OutlookTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what will change if nobody does anything. */
@Command(
        name = "outlook",
        description =
                "What will change in the days to come if nobody acts: the days on which verdicts change, and why.")
final class OutlookCommand implements Callable<Integer> {
    private enum Format {
        table,
        json,
        csv
    }

    private static final int SHOWN = 25;
    private static final int MOST = 1000;

    private final Session session;

    @Parameters(paramLabel = "NETWORK", description = "such as de-rheinfunk")
    private String network;

    @Option(
            names = "--days",
            defaultValue = "365",
            paramLabel = "N",
            description = "how many days ahead; default ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--regime", paramLabel = "ID", description = "only these regimes (default: all that are installed)")
    private @Nullable List<String> regimes;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, json or csv (every change); default ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--json", description = "as --format json")
    private boolean json;

    @Option(names = "--all", description = "every change in the table, not the first " + SHOWN)
    private boolean all;

    OutlookCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        JsonNode outlook = whole(api);
        if (json || format == Format.json) {
            ObjectNode shown = outlook.deepCopy();
            shown.remove("nextCursor");
            shown.set("items", new ObjectMapper().createArrayNode().addAll(changes(api, outlook, Integer.MAX_VALUE)));
            session.results().json(shown);
        } else if (format == Format.csv) {
            api.copy(path(""), "text/csv", session.bytes());
        } else {
            new OutlookTables(session.results()).show(outlook, changes(api, outlook, all ? Integer.MAX_VALUE : SHOWN));
        }
        return ExitCode.OK;
    }

    /** Asks until every day was looked at, or the service says that it goes no further. */
    private JsonNode whole(Api api) {
        JsonNode known = api.get(path("&limit=" + MOST));
        String looked = "";
        while (known.hasNonNull("next") && !known.path("looked").asText().equals(looked)) {
            looked = known.path("looked").asText();
            session.messages()
                    .line("known up to " + looked + ", of the days to "
                            + known.path("to").asText() + " …");
            known = api.get(path("&limit=" + MOST));
        }
        return known;
    }

    private List<JsonNode> changes(Api api, JsonNode outlook, int most) {
        List<JsonNode> changes = new ArrayList<>();
        JsonNode page = outlook;
        while (true) {
            for (JsonNode change : page.path("items")) {
                if (changes.size() < most) {
                    changes.add(change);
                }
            }
            if (changes.size() >= most || !page.has("nextCursor")) {
                return changes;
            }
            page = api.get(
                    path("&limit=" + MOST + "&cursor=" + page.path("nextCursor").asText()));
        }
    }

    private String path(String more) {
        StringBuilder path = new StringBuilder("/networks/" + Api.part(network) + "/outlook?days=" + days + more);
        for (String regime : regimes == null ? List.<String>of() : regimes) {
            path.append("&regime=").append(Api.part(regime));
        }
        return path.toString();
    }
}
