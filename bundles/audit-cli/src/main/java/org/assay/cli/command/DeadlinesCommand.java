package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Pages;
import org.assay.cli.view.DeadlineList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is due. */
@Command(
        name = "deadlines",
        description =
                "What is overdue and what is due for a network, gravest first: clocks of cases, days that verdicts name, days in the facts.")
final class DeadlinesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NETWORK", description = "such as fr-hexamobile")
    private String network;

    @Option(
            names = "--days",
            defaultValue = "90",
            paramLabel = "N",
            description = "how many days ahead; default ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the first day (default: today in the network's time zone)")
    private @Nullable String asOf;

    @Option(names = "--owner", paramLabel = "WHO", description = "only what they must do, such as operator")
    private @Nullable String owner;

    @Option(names = "--regime", paramLabel = "REGIME", description = "only what this regime asks for, such as uk-ncsc")
    private @Nullable String regime;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    DeadlinesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<JsonNode> undated = new ArrayList<>();
        List<JsonNode> due = Pages.all(session.service().api(), path(), page -> {
            DeadlineList.silent(session.messages(), page.path("silent"));
            DeadlineList.unjudged(session.messages(), network, page.path("unjudged"));
            page.path("undated").forEach(undated::add);
        });
        if (json) {
            session.results().json(new ObjectMapper().createArrayNode().addAll(due));
            new DeadlineList(session.messages()).undated(undated);
        } else {
            DeadlineList list = new DeadlineList(session.results());
            list.print(due);
            list.undated(undated);
        }
        return ExitCode.OK;
    }

    private String path() {
        return "/networks/" + Api.part(network) + "/deadlines?days=" + days + and("asOf", asOf) + and("regime", regime)
                + and("owner", owner);
    }

    private static String and(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Api.part(value);
    }
}
