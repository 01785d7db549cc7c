package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.assay.core.Audits;
import org.assay.core.Finding;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.karaf.internal.text.Plain;

/** Why an audit says what it says about one component, or another subject. */
@Service
@Command(scope = "assay", name = "explain", description = "Explain all verdicts about a component, clause by clause")
public final class ExplainAction extends AssayAction {
    @Reference
    private Audits audits;

    @Argument(index = 0, name = "audit", description = "The audit's id", required = true)
    private String audit;

    @Argument(index = 1, name = "component", description = "The component's id", required = true)
    private String component;

    @Option(name = "--kind", description = "Another kind of subject: supplier, site, contract, operator, network, …")
    private String kind = "component";

    @Override
    void run(PrintStream out) {
        SubjectView view = audits.subject(audit, kind, component);
        view.verdicts().forEach(explained -> tell(out, explained));
        out.println(view.verdicts().size() + " verdicts about "
                + Plain.line(view.subject().kind() + "/" + view.subject().id()));
    }

    private static void tell(PrintStream out, SubjectView.Explained explained) {
        Finding finding = explained.finding();
        Verdict verdict = finding.verdict();
        out.println(verdict.outcome() + "  " + verdict.regime() + "  " + Plain.line(verdict.requirement()) + "  "
                + Plain.line(verdict.title()));
        entry(out, "why", Plain.line(verdict.because()));
        entry(
                out,
                "law",
                Plain.line(finding.source().act() + ", " + finding.source().section()));
        entry(out, "do", Plain.line(finding.verdict().remedy()));
        entry(out, "due", verdict.due() == null ? "" : verdict.due().toString());
        finding.verdict().asks().forEach(missing -> entry(out, "ask", Plain.line(missing.path())));
        explained.clauses().forEach(clause -> tell(out, clause));
        out.println();
    }

    private static void tell(PrintStream out, SubjectView.Clause clause) {
        String when = clause.when().isEmpty() ? "otherwise" : Plain.line(clause.when());
        out.println("  " + clause.number() + ". " + when + "  is "
                + clause.truth().toUpperCase(Locale.ROOT) + (clause.decided() ? "  => " + clause.then() : ""));
        clause.facts().forEach(fact -> entry(out, "", Plain.line(fact.path()) + " = " + Plain.line(fact.value())));
        entry(out, "note", Plain.line(clause.note()));
    }

    private static void entry(PrintStream out, String name, String text) {
        if (!text.isEmpty()) {
            out.println("     " + (name.isEmpty() ? "" : name + ": ") + text);
        }
    }
}
