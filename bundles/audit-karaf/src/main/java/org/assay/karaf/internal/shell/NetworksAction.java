package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.core.NetworkView;
import org.assay.core.Networks;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.SnapshotView;
import org.assay.karaf.internal.text.Plain;

/** The networks. */
@Service
@Command(scope = "assay", name = "networks", description = "List the networks and their newest snapshots")
public final class NetworksAction extends AssayAction {
    @Reference
    private Networks networks;

    @Override
    void run(PrintStream out) {
        Page<NetworkView> page = networks.list(new PageRequest(null, PageRequest.MAX_LIMIT));
        ShellTable table =
                Tables.of("There is no network", "Network", "Country", "Name", "Components", "Snapshot", "Recorded");
        for (NetworkView network : page.items()) {
            SnapshotView latest = network.latest();
            table.addRow()
                    .addContent(
                            network.id(),
                            network.country(),
                            Plain.line(network.name()),
                            latest == null ? "" : latest.records().getOrDefault("component", 0),
                            latest == null ? "none yet" : latest.digest(),
                            latest == null ? "" : latest.recordedAt());
        }
        table.print(out);
        if (page.total() > page.items().size()) {
            out.println(page.items().size() + " of " + page.total() + " networks");
        }
    }
}
