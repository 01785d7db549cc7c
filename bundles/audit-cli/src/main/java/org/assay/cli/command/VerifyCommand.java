package org.assay.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Terminal;
import org.assay.engine.dsse.Keys;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.export.ExportException;
import org.assay.engine.export.ExportVerifier;
import org.assay.engine.export.VerifiedAudit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an exported audit; needs no server. */
@Command(
        name = "verify",
        description =
                "Check an exported audit with nothing but the file and the ledger's public key: seal, proofs, facts, packs;"
                        + " its verdicts are computed anew. Needs no server.")
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "made by: assay export; with --since by: assay ledger --since")
    private Path file;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "PEM",
            description =
                    "the ledger's public key, had from its owner by another way than the file; with --since once for each"
                            + " node whose checkpoints are held")
    private List<Path> keys;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "in place of an audit: that the ledger only grew since this checkpoint, by the proof in FILE")
    private @Nullable Path since;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (since != null) {
            return grown(since);
        }
        if (keys.size() > 1) {
            throw new CliException(ExitCode.BAD_INPUT, "an export is sealed by one key: give --key once");
        }
        PublicKey ledgerKey = read(keys.get(0));
        try {
            VerifiedAudit audit =
                    new ExportVerifier(new CompiledEvaluator()).verify(Files.newInputStream(file), ledgerKey);
            show(audit, Keys.id(ledgerKey));
            return ExitCode.OK;
        } catch (ExportException wrong) {
            throw new CliException(ExitCode.BAD_INPUT, file + " is NOT what it claims to be: " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private int grown(Path older) {
        GrowthCheck.Grown grown = new GrowthCheck(
                        older, file, keys.stream().map(VerifyCommand::read).toList())
                .check();
        session.results()
                .line("The ledger " + grown.to().origin() + " only grew, from "
                        + grown.from().size() + " to " + grown.to().size()
                        + " entries: nothing was changed or taken out. Keep its new checkpoint.");
        return ExitCode.OK;
    }

    private static PublicKey read(Path key) {
        try {
            return Keys.readPublic(Files.readString(key));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot use the key " + key + ": " + unreadable.getMessage());
        }
    }

    private void show(VerifiedAudit audit, String keyId) {
        Terminal out = session.results();
        out.heading("Audit " + audit.audit() + " of " + audit.network() + ", as of " + audit.asOf());
        out.line("seal           every byte is as it was exported, sealed by " + keyId);
        out.line("ledger         " + audit.entries() + " entries are in " + audit.ledger() + " of " + audit.size());
        out.line("facts          " + audit.components() + " records, " + audit.snapshot());
        for (VerifiedAudit.Part part : audit.parts()) {
            String counts = new TreeMap<>(part.counts())
                    .entrySet().stream()
                            .map(count -> count.getValue() + " " + count.getKey())
                            .collect(Collectors.joining(", "));
            out.line("verdicts       " + part.regime() + " " + part.version() + " (" + part.pack() + ")");
            out.line("               computed anew, all the same: " + counts);
        }
        for (VerifiedAudit.Waiver waiver : audit.waivers()) {
            out.line(Terminal.safe("waiver         " + waiver.regime() + " " + waiver.requirement() + " of "
                    + waiver.subject() + ": " + waiver.owner() + " answers for it until " + waiver.until() + ": "
                    + waiver.reason()));
        }
        out.line("Everything holds.");
    }
}
