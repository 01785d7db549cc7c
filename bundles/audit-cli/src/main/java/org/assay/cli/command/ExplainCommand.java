package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assay.api.Outcome;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.client.Pages;
import org.assay.cli.view.ConsequenceTables;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a component has its verdicts. */
@Command(name = "explain", description = "Why a component (or another subject) has its verdicts, clause by clause.")
final class ExplainCommand implements Callable<Integer> {
    private static final String ENGLISH = "en";

    private final Session session;

    @Parameters(
            paramLabel = "COMPONENT",
            description = "a component's id, or KIND/ID for another subject, such as network/uk-albion")
    private String subject;

    @Option(names = "--audit", paramLabel = "ID", description = "the audit (default: the latest)")
    private @Nullable String audit;

    @Option(
            names = "--language",
            defaultValue = ENGLISH,
            description = "of the texts, such as de or fr (default: ${DEFAULT-VALUE})")
    private String language;

    @Option(names = "--all", description = "also what does not apply")
    private boolean all;

    @Option(names = "--rules", description = "also each condition as the rule pack writes it")
    private boolean rules;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        String id = new AuditClient(api, session.progress()).idOr(audit);
        int slash = subject.indexOf('/');
        String path = slash < 0
                ? "/components/" + Api.part(subject)
                : "/subjects/" + Api.part(subject.substring(0, slash)) + "/" + Api.part(subject.substring(slash + 1));
        requireSpoken(api);
        JsonNode report = api.get("/audits/" + Api.part(id) + path, language);
        Terminal out = session.results();
        out.heading(subject + " in audit " + id);
        int hidden = 0;
        for (JsonNode verdict : report.path("verdicts")) {
            boolean applies = !verdict.path("finding").path("outcome").asText().equals("NOT_APPLICABLE");
            hidden += applies || all ? 0 : 1;
            if (applies || all) {
                verdict(verdict, out);
                report.path("caps").forEach(cap -> cap(cap, verdict.path("finding"), out));
            }
        }
        if (hidden > 0) {
            out.line();
            out.line(hidden + " requirements do not apply: --all shows why");
        }
        return ExitCode.OK;
    }

    /** A header asks politely, and is answered in English where the language is not known: who names one wants that one. */
    private void requireSpoken(Api api) {
        if (language.equals(ENGLISH)) {
            return;
        }
        SortedSet<String> spoken = new TreeSet<>(Set.of(ENGLISH));
        Pages.all(api, "/regimes")
                .forEach(regime -> regime.path("title").fieldNames().forEachRemaining(spoken::add));
        if (!spoken.contains(language)) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "no installed regime has texts in the language '" + language + "': use one of "
                            + String.join(", ", spoken));
        }
    }

    private void verdict(JsonNode verdict, Terminal out) {
        JsonNode finding = verdict.path("finding");
        Outcome outcome = Outcome.valueOf(finding.path("outcome").asText());
        out.line();
        out.line(out.style(Terminal.styleOf(outcome), outcome.name()) + "  "
                + out.style("bold", finding.path("requirement").asText()) + "  "
                + Terminal.safe(finding.path("title").asText()));
        out.line("  " + Terminal.safe(verdict.path("words").asText()));
        for (JsonNode clause : verdict.path("clauses")) {
            String mark = clause.path("decided").asBoolean() ? "=> " : "   ";
            out.line("  " + mark + clause.path("number").asInt() + ". "
                    + Terminal.safe(clause.path("words").asText()));
            if (rules && clause.has("when")) {
                out.line(out.style(
                        "faint", "        " + Terminal.safe(clause.path("when").asText())));
            }
        }
        JsonNode waiver = finding.path("waiver");
        if (!waiver.isMissingNode()) {
            out.line("  waived: "
                    + Terminal.safe(waiver.path("owner").asText() + " answers for it until "
                            + waiver.path("until").asText() + ", approved by "
                            + waiver.path("approvedBy").asText() + ": "
                            + waiver.path("reason").asText()));
        }
        JsonNode source = finding.path("source");
        out.line(out.style(
                "faint",
                "  law: "
                        + Terminal.safe(source.path("act").asText() + ", "
                                + source.path("section").asText() + " ("
                                + source.path("mark").asText() + ") "
                                + source.path("url").asText(""))));
        finding.path("missing")
                .forEach(missing -> out.line("  ask the " + missing.path("of").asText() + ": "
                        + Terminal.safe(missing.path("question").asText() + place(missing))));
        if (!finding.path("remedy").asText("").isEmpty()) {
            out.line("  do: " + Terminal.safe(finding.path("remedy").asText()));
        }
    }

    private static String place(JsonNode missing) {
        String path = missing.path("path").asText();
        return path.isEmpty() ? "" : " (" + path + ")";
    }

    /** The fewest components to swap, under the finding that asks for it. */
    private static void cap(JsonNode cap, JsonNode finding, Terminal out) {
        if (cap.path("requirement").equals(finding.path("requirement"))
                && cap.path("regime").equals(finding.path("regime"))) {
            ConsequenceTables.swaps(cap).forEach(line -> out.line("  " + Terminal.safe(line)));
        }
    }
}
