package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.karaf.internal.text.Plain;

/** Use a staged rule pack from now on. */
@Service
@Command(scope = "assay", name = "activate", description = "Use a staged rule pack from now on")
public final class ActivateAction extends AssayAction {
    @Reference
    private Packs packs;

    @Argument(index = 0, name = "regime", description = "Its id", required = true)
    @Completion(RegimeIds.class)
    private String id;

    @Argument(index = 1, name = "version", description = "The pack's version", required = true)
    private String version;

    @Override
    void run(PrintStream out) {
        PackView pack = packs.activate(id, version, user());
        out.println("Active: " + pack.regime() + " " + Plain.line(pack.version()));
    }
}
