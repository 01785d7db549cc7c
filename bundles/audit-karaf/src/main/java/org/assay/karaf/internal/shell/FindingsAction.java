package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.core.Audits;
import org.assay.core.Finding;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.karaf.internal.text.Plain;
import org.jspecify.annotations.Nullable;

/** The gravest findings of an audit. */
@Service
@Command(scope = "assay", name = "findings", description = "List what an audit found, gravest first")
public final class FindingsAction extends AssayAction {
    @Reference
    private Audits audits;

    @Argument(name = "audit", description = "The audit's id", required = true)
    private String audit;

    @Option(name = "--regime", description = "Only those of one regime")
    private @Nullable String regime;

    @Option(name = "--limit", description = "How many at most, 1 to 1000")
    private int limit = 50;

    @Override
    void run(PrintStream out) {
        Page<Finding> page = audits.findings(audit, filter(), new PageRequest(null, limit));
        ShellTable table = Tables.of(
                "It found nothing", "Outcome", "Severity", "Regime", "Requirement", "Subject", "Due", "Reason");
        for (Finding finding : page.items()) {
            Verdict verdict = finding.verdict();
            table.addRow()
                    .addContent(
                            verdict.outcome(),
                            verdict.severity().name().toLowerCase(Locale.ROOT),
                            verdict.regime(),
                            Plain.line(verdict.requirement()),
                            Plain.line(verdict.subject().kind() + "/"
                                    + verdict.subject().id()),
                            verdict.due() == null ? "" : verdict.due(),
                            Plain.line(verdict.because()));
        }
        table.print(out);
        out.println(page.items().size() + " of " + page.total() + " findings");
    }

    private VerdictFilter filter() {
        Set<String> regimes = regime == null ? Set.of() : Set.of(regime);
        return new VerdictFilter(regimes, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }
}
