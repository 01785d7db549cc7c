package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the ledger. */
@Command(
        name = "ledger",
        description = "The ledger's size and root as a signed checkpoint, its key, or its latest entries.")
final class LedgerCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Session session;

    @Option(names = "--key", description = "only the public key that signs checkpoints and exports, as PEM")
    private boolean key;

    @Option(names = "--checkpoint", description = "only the signed checkpoint, for a second holder")
    private boolean checkpoint;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description =
                    "only the proof that the ledger grew since this checkpoint, a file; check it with: assay verify PROOF"
                            + " --since CHECKPOINT --key PEM")
    private @Nullable Path since;

    LedgerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        if (since != null) {
            session.results().json(api.get("/ledger/growth/" + size(since)));
            return ExitCode.OK;
        }
        JsonNode ledger = api.get("/ledger");
        Terminal out = session.results();
        if (key || checkpoint) {
            ledger.path(key ? "publicKey" : "checkpoint").asText().lines().forEach(out::line);
            return ExitCode.OK;
        }
        long size = ledger.path("size").asLong();
        out.heading("Ledger " + ledger.path("origin").asText());
        out.line(size + " entries, root " + ledger.path("root").asText());
        out.line("signed by key " + ledger.path("keyId").asText());
        out.line();
        for (long number = Math.max(0, size - SHOWN); number < size; number++) {
            entry(api.get("/ledger/entries/" + number + "/proof").path("entry"), out);
        }
        return ExitCode.OK;
    }

    /** The second line of a checkpoint; whether it is signed is checked with the proof. */
    private static long size(Path checkpoint) {
        try (Stream<String> lines = Files.lines(checkpoint)) {
            return Long.parseLong(lines.skip(1).findFirst().orElse(""));
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + checkpoint + ": " + unreadable.getMessage());
        } catch (NumberFormatException none) {
            throw new CliException(ExitCode.BAD_INPUT, checkpoint + " is no checkpoint: its second line is no size");
        }
    }

    private static void entry(JsonNode entry, Terminal out) {
        JsonNode body = entry.path("entry");
        out.line(String.format(
                "%6d  %s  %-9s %-12s %s",
                entry.path("number").asLong(),
                body.path("at").asText(),
                entry.path("kind").asText(),
                Terminal.safe(body.path("who").asText()),
                Terminal.safe(words(entry.path("kind").asText(), body.path("what")))));
    }

    private static String words(String kind, JsonNode what) {
        return switch (kind) {
            case "snapshot" ->
                what.path("network").asText() + " number " + what.path("number").asText();
            case "pack" ->
                what.path("regime").asText() + " " + what.path("version").asText() + " "
                        + what.path("step").asText();
            case "regime" ->
                what.path("regime").asText() + (what.path("installed").asBoolean() ? " installed" : " removed");
            case "key" ->
                what.path("key").asText() + " " + what.path("step").asText().toLowerCase(Locale.ROOT);
            case "waiver" ->
                what.path("waiver").asText() + " " + what.path("step").asText().toLowerCase(Locale.ROOT) + ": "
                        + what.path("requirement").asText() + " "
                        + what.path("subject").asText();
            case "token" -> what.path("token").asText() + (what.path("made").asBoolean() ? " made" : " withdrawn");
            case "audit" ->
                what.path("audit").asText() + " of " + what.path("network").asText() + " as of "
                        + what.path("asOf").asText();
            case "removal" ->
                what.path("kind").asText().toLowerCase(Locale.ROOT) + " "
                        + what.path("audit").asText(what.path("number").asText()) + " of "
                        + what.path("network").asText() + ", "
                        + what.path("rule").asText();
            case "export" -> what.path("audit").asText() + " written to a file";
            case "dossier" ->
                what.path("dossier").asText() + " of " + what.path("network").asText() + " drafted as "
                        + what.path("format").asText();
            default -> what.toString();
        };
    }
}
