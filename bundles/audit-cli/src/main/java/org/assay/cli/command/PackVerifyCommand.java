package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKey;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a signed pack. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Whether a signed pack would be taken: its signature, its key, and all that 'pack check' checks.",
        footer = {
            "",
            "Keys: those of --key; without it those that the running service trusts; where none runs, those in",
            "etc/assay-trust of the program."
        })
final class PackVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "a DSSE envelope, *.dsse.json")
    private Path file;

    @Option(names = "--key", paramLabel = "PEM", description = "a public key to trust, instead of the usual ones")
    private @Nullable List<Path> keys;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    PackVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TrustedKeys trusted = trusted();
        try {
            byte[] envelope = Files.readAllBytes(file);
            PackEnvelope.Opened opened = PackEnvelope.open(envelope, trusted);
            List<String> now = trusted.requireNow(opened.signers(), Instant.now());
            List<String> signers =
                    trusted.requireFor(now, PackReader.read(opened.payload()).regime());
            show(new PackLoader(new Interpreter()).load(opened.payload()).pack(), signers);
            return ExitCode.OK;
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": " + unreadable.getMessage());
        } catch (FaultException refused) {
            throw PackCommand.refused(file, refused.faults());
        }
    }

    private void show(RulePack pack, List<String> signers) {
        if (json) {
            ObjectNode result = new ObjectMapper().createObjectNode();
            result.put("regime", pack.regime());
            result.put("version", pack.version());
            result.put("digest", pack.digest());
            signers.forEach(result.putArray("signedBy")::add);
            session.results().json(result);
        } else {
            session.results()
                    .line(file + ": " + pack.regime() + " " + pack.version() + ", " + pack.digest()
                            + ", is in order and signed with " + String.join(", ", signers));
        }
    }

    private TrustedKeys trusted() {
        if (keys != null) {
            return TrustedKeys.within(keys.stream().map(PackVerifyCommand::read).toList());
        }
        if (session.service().running().isPresent()) {
            List<TrustedKey> known = new ArrayList<>();
            session.service().api().get("/keys?limit=1000").path("items").forEach(key -> known.add(read(key)));
            return TrustedKeys.within(known);
        }
        Path folder = session.layout().distribution().resolve("etc/assay-trust");
        try (Stream<Path> files = Files.list(folder)) {
            return TrustedKeys.within(files.filter(path -> path.toString().endsWith(".pem"))
                    .map(PackVerifyCommand::read)
                    .toList());
        } catch (IOException missing) {
            throw new CliException(ExitCode.BAD_INPUT, "no keys in " + folder + "; name one with --key");
        }
    }

    private static TrustedKey read(Path pem) {
        try {
            return TrustedKey.unlimited(Keys.readPublic(Files.readString(pem)));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot use the key " + pem + ": " + unusable.getMessage());
        }
    }

    private static TrustedKey read(JsonNode key) {
        List<String> regimes = new ArrayList<>();
        key.path("regimes").forEach(regime -> regimes.add(regime.asText()));
        return new TrustedKey(
                Keys.readPublic(key.path("publicKey").asText()),
                regimes,
                Instant.parse(key.path("from").asText()),
                key.has("until") ? Instant.parse(key.path("until").asText()) : null,
                key.has("revokedAt")
                        ? new TrustedKey.Revocation(
                                Instant.parse(key.path("revokedAt").asText()),
                                key.path("reason").asText())
                        : null);
    }
}
