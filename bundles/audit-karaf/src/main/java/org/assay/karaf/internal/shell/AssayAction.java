package org.assay.karaf.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.assay.core.ProblemException;
import org.assay.engine.fault.FaultException;
import org.assay.karaf.internal.text.Plain;
import org.jspecify.annotations.Nullable;

/** What all commands share: where they write, who the user is, and how a refusal reads. One object serves one call. */
abstract class AssayAction implements Action {
    private static final String NOBODY = "console";

    @Reference
    private Session session;

    @Override
    public final @Nullable Object execute() throws Exception {
        try {
            run(session.getConsole());
        } catch (ProblemException | FaultException e) {
            throw new CommandException(String.join(System.lineSeparator(), Plain.lines(e)), e);
        }
        return null;
    }

    /** Does the work. */
    abstract void run(PrintStream out) throws Exception;

    /** The name that a change is recorded under: the user of this console. */
    static String user() {
        String name = ShellUtil.getCurrentUserName();
        return name == null || name.isBlank() ? NOBODY : Plain.line(name);
    }
}
