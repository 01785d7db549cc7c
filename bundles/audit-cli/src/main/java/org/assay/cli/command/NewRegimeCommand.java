package org.assay.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.scaffold.NewRegime;
import org.assay.cli.scaffold.RegimeScaffold;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the module of a new regime. */
@Command(
        name = "new-regime",
        description = "In a clone: make the module of a new regime, which builds, installs and audits at once.")
final class NewRegimeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "such as zz-demo")
    private String id = "";

    @Option(names = "--country", required = true, paramLabel = "XX", description = "its country, two letters")
    private String country = "";

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "what it is called in English")
    private String title = "";

    @Option(
            names = "--time-zone",
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description = "where it reads dates, such as Europe/Berlin (default: UTC)")
    private String zone = "";

    @Option(names = "--into", paramLabel = "FOLDER", description = "the clone (default: the one of this script)")
    private @Nullable Path into;

    NewRegimeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path clone = into == null ? session.layout().sources() : into;
        try {
            NewRegime regime = new NewRegime(id, country, title, ZoneId.of(zone));
            new RegimeScaffold(clone).make(regime).forEach(file -> session.results()
                    .line("  " + file));
        } catch (DateTimeException e) {
            throw new CliException(ExitCode.BAD_INPUT, "'" + zone + "' is no time zone, such as Europe/Berlin");
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot write the module: " + e.getMessage());
        }
        String pack = "bundles/regime-" + id + "/src/main/packs/" + id + "-2026.1.0.yaml";
        session.results().line();
        session.results().line("Write its rules in " + pack + ", then:");
        session.results().line("  ./assay pack test " + pack);
        session.results().line("  ./assay stop; ./assay start      (builds what is new)");
        session.results().line("  ./assay install " + id);
        session.results().line("  ./assay audit bundles/regime-" + id + "/example.json --regimes " + id);
        return ExitCode.OK;
    }
}
