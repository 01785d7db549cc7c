package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands out bearer tokens. */
@Command(name = "token", description = "Bearer tokens: who may call the API, by name.")
final class TokenCommand {
    private final Session session;

    TokenCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Make a token; it is shown once and kept only as a hash.")
    int add(@Parameters(paramLabel = "NAME", description = "who will use it") String name) {
        JsonNode made = session.service().api().postOnce("/tokens", Map.of("name", name));
        session.messages().line("Token of " + name + ", shown this once:");
        session.results().line(made.path("secret").asText());
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The names of all tokens.")
    int list() {
        Table table = new Table().header("NAME", "MADE AT", "BY");
        session.service()
                .api()
                .get("/tokens")
                .path("items")
                .forEach(token -> table.row(
                        token.path("name").asText(),
                        token.path("createdAt").asText(),
                        token.path("createdBy").asText()));
        table.print(session.results());
        return ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Withdraw a token at once.")
    int revoke(@Parameters(paramLabel = "NAME", description = "whose token") String name) {
        session.service().api().delete("/tokens/" + Api.part(name));
        session.results().line("Withdrew the token of " + name);
        return ExitCode.OK;
    }
}
