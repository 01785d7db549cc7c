package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.core.AvailableRegime;
import org.assay.core.PackView;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.karaf.internal.text.Plain;
import org.jspecify.annotations.Nullable;

/** What is installed, or what can be. */
@Service
@Command(scope = "assay", name = "regimes", description = "List the installed regimes, or what can be installed")
public final class RegimesAction extends AssayAction {
    @Reference
    private Regimes regimes;

    @Option(name = "--available", description = "List what this distribution brings")
    private boolean available;

    @Override
    void run(PrintStream out) {
        (available ? brought() : installed()).print(out);
    }

    private ShellTable brought() {
        ShellTable table = Tables.of("This distribution brings no regime", "Regime", "Installed", "What");
        for (AvailableRegime regime : regimes.available()) {
            table.addRow().addContent(regime.id(), regime.installed() ? "yes" : "no", Plain.line(regime.description()));
        }
        return table;
    }

    private ShellTable installed() {
        ShellTable table = Tables.of(
                "No regime is installed; see assay:regimes --available",
                "Regime",
                "State",
                "Edition",
                "Provided by",
                "Title");
        for (RegimeView regime : regimes.installed()) {
            table.addRow()
                    .addContent(
                            regime.id(),
                            regime.available() ? "available" : "away",
                            edition(regime.current()),
                            Plain.line(regime.provider()),
                            Plain.line(regime.title()));
        }
        return table;
    }

    private static String edition(@Nullable PackView pack) {
        return pack == null ? "none today" : Plain.line(pack.version());
    }
}
