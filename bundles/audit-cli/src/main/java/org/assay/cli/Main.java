package org.assay.cli;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.assay.cli.command.AssayCommand;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.SafeBytes;
import org.assay.cli.view.Terminal;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command; the exit codes are those of {@link ExitCode}. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Layout layout = Layout.ofProcess();
        OutputStream bytes = Terminal.isShown() ? new SafeBytes(new BufferedOutputStream(System.out)) : System.out;
        Session session = new Session(
                layout, new ServiceControl(layout), Terminal.ofProcess(out), Terminal.ofProcess(err), bytes);
        System.exit(run(session, args));
    }

    /** Runs one command of a session. */
    static int run(Session session, String... args) {
        CommandLine program = AssayCommand.program(session);
        program.setExecutionExceptionHandler((problem, command, parsed) -> report(session, problem));
        return program.execute(args);
    }

    private static int report(Session session, Exception problem) {
        Terminal err = session.messages();
        if (problem instanceof CliException told) {
            err.line(err.style("bold,fg(red)", "assay: ") + Terminal.safe(told.getMessage()));
            told.details().forEach(detail -> err.line("  " + Terminal.safe(detail)));
            return told.exitCode();
        }
        err.line(err.style("bold,fg(red)", "assay: ") + "this should not have happened: " + problem);
        return ExitCode.NO_SERVICE;
    }
}
