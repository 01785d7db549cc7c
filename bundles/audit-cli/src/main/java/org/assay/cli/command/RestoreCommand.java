package org.assay.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a back-up into an empty state directory or database. */
@Command(
        name = "restore",
        description =
                "Start the service on an empty database with what a back-up holds. Tokens are not among it: a new first"
                        + " one is made.")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "made by: ./assay backup")
    private Path file;

    @Option(
            names = "--port",
            defaultValue = "" + ServiceControl.DEFAULT_PORT,
            description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireBackup();
        RunFile run = session.service().restore(file, port, session.progress());
        session.results()
                .line("What " + file + " holds is back: http://127.0.0.1:" + run.port() + "/api/v1  (new token in "
                        + session.layout().tokenFile() + ")");
        session.results()
                .line(
                        "A back-up holds no secrets: make tokens anew (./assay token add), and give each webhook a new secret, without"
                                + " which it sends nothing (./assay webhook rotate). Calendar feeds go on.");
        return ExitCode.OK;
    }

    private void requireBackup() {
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipInputStream entries = new ZipInputStream(Files.newInputStream(file))) {
            if (zip.getEntry("backup.json") == null) {
                throw new CliException(ExitCode.BAD_INPUT, file + " is no back-up of Assay: it has no backup.json");
            }
            // Reading to the end of each entry looks at its checksum
            while (entries.getNextEntry() != null) {
                entries.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, file + " is no whole back-up: " + unreadable.getMessage());
        }
    }
}
