package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.view.AuditTables;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what an audit found, without making it again. */
@Command(name = "findings", description = "What a finished audit found, the gravest first; no audit is made.")
final class FindingsCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    private final Session session;

    @Parameters(paramLabel = "AUDIT", arity = "0..1", description = "an audit's id (default: the latest that is done)")
    private @Nullable String audit;

    @Option(names = "--network", paramLabel = "ID", description = "in place of AUDIT: the latest of this network")
    private @Nullable String network;

    @Option(names = "--outcome", split = ",", paramLabel = "WORD", description = "only these, such as FAIL,UNKNOWN")
    private List<String> outcomes = List.of();

    @Option(names = "--severity", split = ",", paramLabel = "WORD", description = "only these, such as critical,high")
    private List<String> severities = List.of();

    @Option(
            names = {"--regime", "--regimes"},
            split = ",",
            paramLabel = "ID",
            description = "only of these regimes, such as de-bsi")
    private List<String> regimes = List.of();

    @Option(names = "--requirement", split = ",", paramLabel = "ID", description = "only of these requirements")
    private List<String> requirements = List.of();

    @Option(names = "--all", description = "every finding, not the gravest " + SHOWN)
    private boolean all;

    @Option(names = "--json", description = "as JSON, every finding")
    private boolean json;

    FindingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (audit != null && network != null) {
            throw new CliException(ExitCode.BAD_INPUT, "an audit is of one network: leave AUDIT or --network out");
        }
        AuditClient client = new AuditClient(session.service().api(), session.progress());
        JsonNode one = audit != null ? client.audit(audit) : client.latestDone(network);
        String id = one.path("id").asText();
        if (json) {
            session.results().json(new ObjectMapper().createArrayNode().addAll(client.allFindings(id, filter())));
        } else {
            table(one, id, client);
        }
        return ExitCode.OK;
    }

    private void table(JsonNode one, String id, AuditClient client) {
        Terminal out = session.results();
        JsonNode page = client.findings(id, "limit=" + SHOWN + filter());
        long total = page.path("total").asLong();
        out.heading(Terminal.safe(one.path("network").asText()) + " as of "
                + one.path("asOf").asText() + ": " + total + (total == 1 ? " finding" : " findings"));
        new AuditTables(out).findings(all ? client.allFindings(id, filter()) : page.path("items"));
        if (!all && total > SHOWN) {
            out.line("… and " + (total - SHOWN) + " more: --all");
        }
        out.line();
        out.line("Audit " + id);
        out.line("Why: ./assay explain COMPONENT --audit " + id);
    }

    private String filter() {
        return Stream.of(
                        given("outcome", outcomes.stream().map(word -> word.toUpperCase(Locale.ROOT))),
                        given("severity", severities.stream().map(word -> word.toLowerCase(Locale.ROOT))),
                        given("regime", regimes.stream()),
                        given("requirement", requirements.stream()))
                .flatMap(part -> part)
                .collect(Collectors.joining());
    }

    private static Stream<String> given(String name, Stream<String> values) {
        return values.map(value -> "&" + name + "=" + Api.part(value));
    }
}
