package org.assay.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.AuditClient;
import org.assay.cli.client.Download;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an audit to a file that can be checked anywhere. */
@Command(
        name = "export",
        description = "Write an audit with its facts, packs and proofs to one file, to be checked by: assay verify.")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "to write; nothing is left of it if the export fails")
    private Path file;

    @Option(names = "--audit", paramLabel = "ID", description = "the audit (default: the latest)")
    private @Nullable String audit;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        String id = new AuditClient(api, session.progress()).idOr(audit);
        long size = Download.to(file, api, "/audits/" + Api.part(id) + "/export", "application/x-ndjson");
        session.results().line("Audit " + id + " is in " + file + " (" + size + " bytes)");
        session.results()
                .line("Check it anywhere: ./assay verify " + file
                        + " --key KEY, with the key of: ./assay ledger --key");
        return ExitCode.OK;
    }
}
