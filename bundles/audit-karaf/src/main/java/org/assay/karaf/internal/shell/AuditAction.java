package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.api.Outcome;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.karaf.internal.text.Plain;
import org.jspecify.annotations.Nullable;

/** Audits a network. */
@Service
@Command(scope = "assay", name = "audit", description = "Audit the newest snapshot of a network")
public final class AuditAction extends AssayAction {
    private static final long LOOK_AGAIN_MILLIS = 200;

    @Reference
    private Audits audits;

    @Argument(index = 0, name = "network", description = "The network's id", required = true)
    private String network;

    @Argument(index = 1, name = "regimes", description = "Ids of regimes, with commas between them", required = true)
    private String regimes;

    @Option(name = "--as-of", description = "The day whose law is applied, such as 2026-11-21; today if left out")
    private @Nullable String asOf;

    @Override
    void run(PrintStream out) throws InterruptedException {
        List<String> ids = Arrays.stream(regimes.split(",")).map(String::strip).toList();
        AuditView audit = audits.create(AuditRequest.of(network, ids, day()), user());
        while (audit.state() == AuditView.State.RUNNING) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            audit = audits.get(audit.id());
        }
        counts(audit).print(out);
        out.println("Audit " + audit.id() + " as of " + audit.asOf() + " of snapshot " + audit.snapshot());
        if (audit.failure() != null) {
            out.println("It failed: " + Plain.line(audit.failure()));
        }
    }

    private @Nullable LocalDate day() {
        try {
            return asOf == null ? null : LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new FaultException(
                    new Fault("bad-date", "'" + asOf + "' is no date", "", 0, 0, "write it as in 2026-11-21"));
        }
    }

    private static ShellTable counts(AuditView audit) {
        ShellTable table = Tables.of("No regime", "Regime", "Edition", "Findings", "Verdicts");
        Outcome[] outcomes = Outcome.values();
        for (Outcome outcome : outcomes) {
            table.column(outcome.name());
        }
        for (AuditView.RegimePart part : audit.regimes()) {
            List<Object> cells = new ArrayList<>(
                    List.of(part.regime(), Plain.line(part.packVersion()), part.findings(), part.verdicts()));
            for (Outcome outcome : outcomes) {
                cells.add(part.counts().getOrDefault(outcome, 0L));
            }
            table.addRow().addContent(cells);
        }
        return table;
    }
}
