package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import org.assay.cli.view.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on waivers. */
@Command(
        name = "waiver",
        description = "Waivers: who answers for a finding until when. They mark findings and change no verdict.")
final class WaiverCommand {
    private static final String JSON = "As JSON, for programs.";
    private static final String NETWORK = "the network's id";
    private static final String WAIVER = "the waiver's id; see: assay waiver list";

    private final Session session;

    WaiverCommand(Session session) {
        this.session = session;
    }

    private static String path(String network) {
        return "/networks/" + Api.part(network) + "/waivers";
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "A network's waivers, the newest first.")
    int list(
            @Parameters(paramLabel = "NETWORK", description = NETWORK) String network,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode waivers =
                session.service().api().get(path(network) + "?limit=1000").path("items");
        if (json) {
            session.results().json(waivers);
            return ExitCode.OK;
        }
        Table table = new Table()
                .header("WAIVER", "STATE", "REQUIREMENT", "SUBJECT", "OWNER", "UNTIL", "APPROVED BY", "REASON")
                .whole();
        for (JsonNode waiver : waivers) {
            JsonNode subject = waiver.path("subject");
            table.row(
                    waiver.path("id").asText(),
                    waiver.path("state").asText(),
                    waiver.path("requirement").asText(),
                    Terminal.safe(subject.path("kind").asText() + " "
                            + subject.path("id").asText()),
                    Terminal.safe(waiver.path("owner").asText()),
                    waiver.path("until").asText(),
                    waiver.path("approvedBy").asText("-"),
                    Terminal.safe(waiver.path("reason").asText()));
        }
        table.print(session.results());
        return ExitCode.OK;
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Ask for a waiver of one requirement for one subject; it counts once it is approved.")
    int ask(
            @Parameters(index = "0", paramLabel = "NETWORK", description = NETWORK) String network,
            @Parameters(index = "1", paramLabel = "REGIME", description = "such as de-bsi") String regime,
            @Parameters(index = "2", paramLabel = "REQUIREMENT", description = "its id") String requirement,
            @Parameters(index = "3", paramLabel = "SUBJECT", description = "kind:id, such as component:amf-1")
                    String subject,
            @Option(names = "--owner", required = true, description = "who answers for it") String owner,
            @Option(names = "--reason", required = true, description = "why") String reason,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "DATE",
                            description = "the last day, in the regime's time zone")
                    String until,
            @Option(names = "--json", description = JSON) boolean json) {
        int colon = subject.indexOf(':');
        if (colon < 1) {
            String message = "'" + Terminal.safe(subject) + "' is no subject: write kind:id, such as component:amf-1";
            throw new CliException(ExitCode.BAD_INPUT, message);
        }
        JsonNode waiver = session.service()
                .api()
                .post(
                        path(network),
                        Map.of(
                                "regime",
                                regime,
                                "requirement",
                                requirement,
                                "subject",
                                Map.of("kind", subject.substring(0, colon), "id", subject.substring(colon + 1)),
                                "owner",
                                owner,
                                "reason",
                                reason,
                                "until",
                                until));
        String id = waiver.path("id").asText();
        return tell(json, waiver, "Asked for " + id + ". Approve it: ./assay waiver approve " + network + " " + id);
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approve a waiver; where two persons are needed, not by who asked for it.")
    int approve(
            @Parameters(index = "0", paramLabel = "NETWORK", description = NETWORK) String network,
            @Parameters(index = "1", paramLabel = "WAIVER", description = WAIVER) String id,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode waiver = session.service().api().post(path(network) + "/" + Api.part(id) + "/approve", Map.of());
        return tell(
                json,
                waiver,
                "Counts from " + waiver.path("from").asText() + " to "
                        + waiver.path("until").asText());
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Withdraw a waiver; from today on it counts no longer.")
    int withdraw(
            @Parameters(index = "0", paramLabel = "NETWORK", description = NETWORK) String network,
            @Parameters(index = "1", paramLabel = "WAIVER", description = WAIVER) String id,
            @Option(names = "--reason", required = true, description = "why") String reason,
            @Option(names = "--json", description = JSON) boolean json) {
        JsonNode waiver = session.service()
                .api()
                .post(path(network) + "/" + Api.part(id) + "/withdraw", Map.of("reason", reason));
        return tell(json, waiver, "Withdrawn: " + id);
    }

    private int tell(boolean json, JsonNode waiver, String words) {
        session.results().either(json, waiver, words);
        return ExitCode.OK;
    }
}
