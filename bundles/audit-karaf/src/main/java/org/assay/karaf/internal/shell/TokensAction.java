package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.assay.core.Tokens;
import org.assay.karaf.internal.text.Plain;

/** The names of the tokens; their secrets are kept nowhere. */
@Service
@Command(scope = "assay", name = "tokens", description = "List the names of the API's tokens")
public final class TokensAction extends AssayAction {
    @Reference
    private Tokens tokens;

    @Override
    void run(PrintStream out) {
        ShellTable table = Tables.of("There is no token", "Name", "Made", "By");
        tokens.list().forEach(token -> table.addRow()
                .addContent(Plain.line(token.name()), token.createdAt(), Plain.line(token.createdBy())));
        table.print(out);
    }
}
