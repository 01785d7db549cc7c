package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Pages;
import org.assay.cli.view.Table;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on webhooks. */
@Command(name = "webhook", description = "Webhooks: programs that are told, signed, what happens.")
final class WebhookCommand {
    private static final String PATH = "/webhooks";
    private static final String JSON = "As JSON, for programs.";
    private static final String ALL = "all";
    private static final String ID = "the webhook's id; see: assay webhook list";

    private final Session session;

    WebhookCommand(Session session) {
        this.session = session;
    }

    private static String path(String id) {
        return PATH + "/" + Api.part(id);
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Subscribe an address; the secret that signs is shown once.")
    int add(
            @Parameters(paramLabel = "URL", description = "https://…") String url,
            @Option(
                            names = "--event",
                            paramLabel = "EVENT",
                            description = "such as case.moved; several times; default: all")
                    @Nullable
                    List<String> events,
            @Option(names = "--network", paramLabel = "ID", description = "only of this network") @Nullable
                    String network,
            @Option(names = "--json", description = JSON) boolean json) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", url);
        if (events != null) {
            body.put("events", events);
        }
        if (network != null) {
            body.put("network", network);
        }
        return secret(session.service().api().postOnce(PATH, body), json);
    }

    private int secret(JsonNode made, boolean json) {
        String id = made.path("webhook").path("id").asText();
        session.messages().line("The webhook " + id + " is signed with this secret, shown this once:");
        session.results().either(json, made, made.path("secret").asText());
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All webhooks.")
    int list(@Option(names = "--json", description = JSON) boolean json) {
        List<JsonNode> all = Pages.all(session.service().api(), PATH);
        Table table = new Table()
                .header("WEBHOOK", "URL", "NETWORK", "WAITING", "DEAD", "EVENTS")
                .whole();
        for (JsonNode one : all) {
            table.row(
                    one.path("id").asText(),
                    Terminal.safe(one.path("url").asText()),
                    one.path("network").asText("all"),
                    one.path("waiting").asText() + (one.path("needsSecret").asBoolean() ? " (rotate it first)" : ""),
                    one.path("dead").asText(),
                    texts(one.path("events")));
        }
        return tell(json, all, table);
    }

    private static String texts(JsonNode list) {
        StringBuilder text = new StringBuilder();
        list.forEach(one -> text.append(text.length() == 0 ? "" : ", ").append(one.asText()));
        return text.toString();
    }

    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = "Send elsewhere, tell other events, or of another network; the secret stays.")
    int change(
            @Parameters(paramLabel = "WEBHOOK", description = ID) String id,
            @Option(names = "--url", paramLabel = "URL", description = "where to send from now on") @Nullable
                    String url,
            @Option(
                            names = "--event",
                            paramLabel = "EVENT",
                            description = "these from now on, instead of those before; several times; 'all' for all")
                    @Nullable
                    List<String> events,
            @Option(names = "--network", paramLabel = "ID", description = "only of this one; 'all' for all") @Nullable
                    String network,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode now = session.service().api().change(path(id), before -> {
            ObjectNode body = before.deepCopy();
            body.retain("url", "events", "network");
            if (url != null) {
                body.put("url", url);
            }
            if (events != null) {
                body.remove("events");
                events.stream().filter(event -> !ALL.equals(event)).forEach(body.withArray("events")::add);
            }
            if (network != null) {
                body.put("network", network);
            }
            if (ALL.equals(network)) {
                body.remove("network");
            }
            return body;
        });
        String words = "The webhook " + id + " sends to " + now.path("url").asText() + ": " + texts(now.path("events"))
                + " of " + now.path("network").asText("all networks");
        session.results().either(json, now, words);
        return ExitCode.OK;
    }

    @Command(
            name = "deliveries",
            mixinStandardHelpOptions = true,
            description = "What is on its way, what arrived, and what was given up.")
    int deliveries(
            @Parameters(paramLabel = "WEBHOOK", description = ID) String id,
            @Option(names = "--state", paramLabel = "STATE", description = "waiting, done or dead") @Nullable
                    String state,
            @Option(names = "--json", description = JSON) boolean json) {
        String query = state == null ? "" : "?state=" + Api.part(state);
        List<JsonNode> all = Pages.all(session.service().api(), path(id) + "/deliveries" + query);
        Table table = new Table()
                .header("DELIVERY", "EVENT", "STATE", "MADE AT", "TRIES", "NEXT", "KEPT UNTIL", "PROBLEM")
                .whole();
        for (JsonNode one : all) {
            table.row(
                    one.path("id").asText(),
                    one.path("event").asText(),
                    one.path("state").asText(),
                    one.path("createdAt").asText(),
                    one.path("tries").asText(),
                    one.path("next").asText("-"),
                    one.path("keptUntil").asText("-"),
                    Terminal.safe(one.path("problem").asText("-")));
        }
        return tell(json, all, table);
    }

    private int tell(boolean json, List<JsonNode> all, Table table) {
        if (json) {
            session.results().json(new ObjectMapper().createArrayNode().addAll(all));
        } else {
            table.print(session.results());
        }
        return ExitCode.OK;
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Send an event webhook.test.")
    int test(
            @Parameters(paramLabel = "WEBHOOK", description = ID) String id,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode sent = session.service().api().post(path(id) + "/test", Map.of());
        String words =
                "On its way as " + sent.path("id").asText() + ". What became of it: ./assay webhook deliveries " + id;
        session.results().either(json, sent, words);
        return ExitCode.OK;
    }

    @Command(name = "again", mixinStandardHelpOptions = true, description = "Send a delivery again.")
    int again(
            @Parameters(index = "0", paramLabel = "WEBHOOK", description = ID) String id,
            @Parameters(index = "1", paramLabel = "DELIVERY", description = "its id") String delivery) {
        session.service().api().post(path(id) + "/deliveries/" + Api.part(delivery) + "/again", Map.of());
        session.results().line("On its way again: " + delivery);
        return ExitCode.OK;
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Another secret, shown once; each one before signs too for a day after it was replaced.")
    int rotate(
            @Parameters(paramLabel = "WEBHOOK", description = ID) String id,
            @Option(names = "--json", description = JSON) boolean json) {
        return secret(session.service().api().postOnce(path(id) + "/rotate", Map.of()), json);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "End a subscription.")
    int remove(@Parameters(paramLabel = "WEBHOOK", description = ID) String id) {
        session.service().api().delete(path(id));
        session.results().line("Removed the webhook " + id);
        return ExitCode.OK;
    }
}
