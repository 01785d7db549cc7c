package org.assay.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Download;
import org.assay.cli.view.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all state to a file. */
@Command(
        name = "backup",
        description =
                "Write all state (networks, packs, audits, ledger; no tokens, keys or secrets) to one file, while the service runs.")
final class BackupCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "to write; nothing is left of it if that fails")
    private Path file;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        long size;
        try (Progress.Task task = session.progress().start("Writing " + file)) {
            task.tick("");
            size = Download.to(file, api, "/backup", "application/zip");
        }
        session.results().line("All state is in " + file + " (" + size + " bytes)");
        session.results().line("Bring it back into an empty database: ./assay restore " + file);
        return ExitCode.OK;
    }
}
