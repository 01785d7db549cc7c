package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.engine.facts.Days;
import org.assay.karaf.internal.text.Plain;

/** The packs of a regime. */
@Service
@Command(scope = "assay", name = "packs", description = "List the rule packs of a regime, highest version first")
public final class PacksAction extends AssayAction {
    @Reference
    private Packs packs;

    @Argument(name = "regime", description = "Its id", required = true)
    @Completion(RegimeIds.class)
    private String id;

    @Override
    void run(PrintStream out) {
        ShellTable table =
                Tables.of("It has no packs", "Version", "State", "In force", "Came by", "Brought by", "Digest");
        for (PackView pack : packs.list(id)) {
            table.addRow()
                    .addContent(
                            Plain.line(pack.version()),
                            pack.state().name().toLowerCase(Locale.ROOT),
                            days(pack),
                            pack.origin().name().toLowerCase(Locale.ROOT),
                            Plain.line(pack.stagedBy()),
                            pack.digest());
        }
        table.print(out);
    }

    private static String days(PackView pack) {
        return pack.from() + (pack.to().equals(Days.NEVER) ? " on" : " to " + pack.to());
    }
}
