package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Pages;
import org.assay.cli.view.CaseTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the cases of a network, or tells one with its history. */
@Command(
        name = "cases",
        description = "The cases of a network: certifications, authorisations, directions, with their clocks.")
final class CasesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NETWORK", description = "such as fr-hexamobile")
    private String network;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RECORD",
            description = "only the cases that this record opened, with their history")
    private @Nullable String subject;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (default: today in the network's time zone)")
    private @Nullable String asOf;

    @Option(names = "--regime", paramLabel = "ID", description = "only of this regime")
    private @Nullable String regime;

    @Option(names = "--all", description = "every case, a line each, also what is over or not known")
    private boolean all;

    @Option(names = "--open", description = "only those that can still move")
    private boolean open;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    CasesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<JsonNode> cases = Pages.all(session.service().api(), path());
        if (json) {
            session.results().json(new ObjectMapper().createArrayNode().addAll(cases));
            return ExitCode.OK;
        }
        CaseTables tables = new CaseTables(session.results());
        if (subject != null) {
            cases.forEach(tables::one);
        } else if (all) {
            tables.cases(cases);
        } else {
            tables.grouped(cases);
        }
        return ExitCode.OK;
    }

    private String path() {
        return "/networks/" + Api.part(network) + "/cases?open=" + open + and("asOf", asOf) + and("regime", regime)
                + and("subject", subject);
    }

    private static String and(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + Api.part(value);
    }
}
