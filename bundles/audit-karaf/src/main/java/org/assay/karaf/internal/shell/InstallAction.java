package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.karaf.internal.regime.FeatureInstaller;
import org.assay.karaf.internal.text.Plain;

/** Installs a regime, or brings it to its newest version. */
@Service
@Command(scope = "assay", name = "install", description = "Install a regime that this distribution brings")
public final class InstallAction extends AssayAction {
    @Reference
    private Regimes regimes;

    @Reference
    private FeatureInstaller installer;

    @Argument(name = "regime", description = "Its id; see assay:regimes --available", required = true)
    @Completion(RegimeIds.class)
    private String id;

    @Option(name = "--upgrade", description = "Bring an installed one to the newest version of its feature")
    private boolean upgrade;

    @Override
    void run(PrintStream out) {
        if (upgrade) {
            installer.upgrade(id);
        }
        RegimeView regime = regimes.install(id, user());
        out.println("Installed: " + regime.id() + ", " + Plain.line(regime.title()));
        regime.refused().forEach(line -> out.println("A pack was refused: " + Plain.line(line)));
    }
}
