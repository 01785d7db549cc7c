package org.assay.cli.command;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program as a whole. */
@Command(
        name = "assay",
        description = "Audits telecom networks against the supply-chain security regimes of the countries they run in.",
        mixinStandardHelpOptions = true,
        version = "Assay 1.0.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            AuditsCommand.class,
            FindingsCommand.class,
            ExplainCommand.class,
            PreviewCommand.class,
            OutlookCommand.class,
            StandingCommand.class,
            ConsequencesCommand.class,
            CasesCommand.class,
            DeadlinesCommand.class,
            FeedCommand.class,
            WebhookCommand.class,
            DossierCommand.class,
            ProgrammeCommand.class,
            RegimesCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            PacksCommand.class,
            PackCommand.class,
            KeysCommand.class,
            WaiverCommand.class,
            ConformanceCommand.class,
            NewRegimeCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            LedgerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RetentionCommand.class,
            TokenCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 no binding failure, 1 failures found (never from demo), 2 bad input,",
            "3 the service cannot be reached or started.",
            "State is kept in $ASSAY_DATA (default: var/ beside this program).",
            "Whoever calls is known by a token: --token-file, $ASSAY_TOKEN_FILE, else $ASSAY_DATA/token (admin)."
        })
public final class AssayCommand {
    private final Session session;

    private AssayCommand(Session session) {
        this.session = session;
    }

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "the file with the token to call with (default: $ASSAY_TOKEN_FILE, else $ASSAY_DATA/token)")
    void callWith(Path file) {
        session.service().callWith(file);
    }

    /** The program for a session, ready to run. */
    public static CommandLine program(Session session) {
        CommandLine program = new CommandLine(new AssayCommand(session), new Factory(session));
        program.setUsageHelpAutoWidth(true);
        program.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .mixinStandardHelpOptions(true));
        return program;
    }

    /** Gives every command its session. */
    private record Factory(Session session) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Session.class) {
                    return type.cast(constructor.newInstance(session));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
