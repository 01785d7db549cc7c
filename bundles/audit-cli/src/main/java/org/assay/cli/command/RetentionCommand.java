package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Table;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes what is older than the rules want it kept, or shows it. */
@Command(
        name = "retention",
        description =
                "Remove facts and verdicts that are older than retentionDays (etc/org.assay.core.cfg; default: for ever) and on"
                        + " which nothing rests, or show what would go.")
final class RetentionCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "only show what would go now")
    private boolean dryRun;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "with --dry-run: as if this were the rule for every network")
    private @Nullable Integer days;

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            description = "with --dry-run: how many to show, at most 1000; default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    RetentionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (days != null && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--days goes with --dry-run; what is removed is ruled by retentionDays in etc/org.assay.core.cfg");
        }
        Api api = session.service().api();
        if (dryRun) {
            show(api.get("/retention?limit=" + limit + (days == null ? "" : "&days=" + days)));
        } else {
            JsonNode done = api.post("/retention", Map.of());
            session.results().either(json, done, words(done.path("removed")));
        }
        return ExitCode.OK;
    }

    private static String words(JsonNode removed) {
        return "Removed the verdicts of " + removed.path("audit").asLong() + " audits and "
                + removed.path("trial").asLong() + " trials, and the facts of "
                + removed.path("snapshot").asLong() + " snapshots; the ledger has an entry for each.";
    }

    private void show(JsonNode plan) {
        Terminal out = session.results();
        if (json) {
            out.json(plan);
            return;
        }
        if (plan.path("days").isEmpty()) {
            out.line("Everything is kept for ever: etc/org.assay.core.cfg names no retentionDays.");
            return;
        }
        Table table = new Table().header("KIND", "NETWORK", "AUDIT OR SNAPSHOT", "OLD SINCE", "RULE");
        for (JsonNode item : plan.path("items")) {
            table.row(
                    item.path("kind").asText(),
                    item.path("network").asText(),
                    item.path("id").asText(),
                    item.path("since").asText(),
                    item.path("because").asText());
        }
        if (!table.isEmpty()) {
            table.print(out);
        }
        long total = plan.path("total").asLong();
        long more = total - plan.path("items").size();
        out.line(total + " would go" + (more > 0 ? " (" + more + " not shown: --limit, or --json)" : "") + kept(plan));
    }

    private static String kept(JsonNode plan) {
        List<String> kept = new ArrayList<>();
        plan.path("kept").properties().forEach(one -> kept.add(one.getValue().asLong() + " " + one.getKey()));
        return kept.isEmpty() ? "." : "; as old, but kept for what rests on them: " + String.join(", ", kept) + ".";
    }
}
