package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out addresses of calendars. */
@Command(name = "feed", description = "Calendar feeds: what is due for a network, in the calendar of people.")
final class FeedCommand {
    private static final String NETWORK = "the network's id";
    private static final String NAME = "who reads it";

    /** The languages that a calendar speaks. */
    enum Language {
        de,
        en,
        fr
    }

    private final Session session;

    FeedCommand(Session session) {
        this.session = session;
    }

    private static String path(String network) {
        return "/networks/" + Api.part(network) + "/feeds";
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Make an address to subscribe to; it is a password, shown once and kept only as a hash.")
    int add(
            @Parameters(index = "0", paramLabel = "NETWORK", description = NETWORK) String network,
            @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--language",
                            paramLabel = "CODE",
                            description =
                                    "of the calendar: ${COMPLETION-CANDIDATES} (default: what the program asks for)")
                    @Nullable
                    Language language,
            @Option(names = "--json", description = "as JSON") boolean json) {
        JsonNode made = session.service().api().postOnce(path(network), Map.of("name", name));
        if (language != null && made instanceof ObjectNode whole) {
            whole.put("calendar", made.path("calendar").asText() + "&language=" + language);
        }
        session.messages().line("Subscribe to this address; it is shown this once:");
        session.results().either(json, made, made.path("calendar").asText());
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The names of a network's feeds.")
    int list(
            @Parameters(paramLabel = "NETWORK", description = NETWORK) String network,
            @Option(names = "--json", description = "as JSON") boolean json) {
        JsonNode feeds =
                session.service().api().get(path(network) + "?limit=1000").path("items");
        if (json) {
            session.results().json(feeds);
            return ExitCode.OK;
        }
        Table table = new Table().header("NAME", "MADE AT", "BY");
        feeds.forEach(feed -> table.row(
                feed.path("name").asText(),
                feed.path("createdAt").asText(),
                feed.path("createdBy").asText()));
        table.print(session.results());
        return ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Withdraw a feed at once.")
    int revoke(
            @Parameters(index = "0", paramLabel = "NETWORK", description = NETWORK) String network,
            @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name) {
        session.service().api().delete(path(network) + "/" + Api.part(name));
        session.results().line("Withdrew the feed " + name);
        return ExitCode.OK;
    }
}
