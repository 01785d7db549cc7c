package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.assay.core.Regimes;
import org.assay.karaf.internal.text.Plain;

/** Removes a regime. */
@Service
@Command(
        scope = "assay",
        name = "uninstall",
        description = "Remove a regime; its packs, and the audits that used them, stay readable")
public final class UninstallAction extends AssayAction {
    @Reference
    private Regimes regimes;

    @Argument(name = "regime", description = "Its id", required = true)
    @Completion(RegimeIds.class)
    private String id;

    @Override
    void run(PrintStream out) {
        regimes.uninstall(id, user());
        out.println("Removed: " + Plain.line(id));
    }
}
