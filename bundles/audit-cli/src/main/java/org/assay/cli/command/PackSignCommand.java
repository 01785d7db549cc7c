package org.assay.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a pack. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Check a pack's YAML as 'pack check' does, and sign it. Needs no server.")
final class PackSignCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "a pack as YAML")
    private Path file;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "PEM",
            description = "an Ed25519 private key in PKCS#8 form; see: assay keys generate")
    private Path key;

    @Option(names = "--out", paramLabel = "FILE", description = "default: the pack's name with .dsse.json")
    private @Nullable Path out;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    PackSignCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        KeyPair pair = pair();
        Path target = out == null
                ? file.resolveSibling(file.getFileName().toString().replaceAll("\\.ya?ml$", "") + ".dsse.json")
                : out;
        try {
            byte[] yaml = Files.readAllBytes(file);
            RulePack pack = new PackLoader(new Interpreter()).load(yaml).pack();
            Files.write(target, PackEnvelope.sign(yaml, pair.getPrivate()));
            if (json) {
                ObjectNode signed = new ObjectMapper().createObjectNode();
                signed.put("file", target.toString());
                signed.put("regime", pack.regime());
                signed.put("version", pack.version());
                signed.put("digest", pack.digest());
                signed.put("key", Keys.id(pair.getPublic()));
                session.results().json(signed);
                return ExitCode.OK;
            }
            session.results()
                    .line(target + ": " + pack.regime() + " " + pack.version() + ", " + pack.digest()
                            + ", signed with the key " + Keys.id(pair.getPublic()));
            return ExitCode.OK;
        } catch (IOException broken) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot sign " + file + ": " + broken.getMessage());
        } catch (FaultException refused) {
            throw PackCommand.refused(file, refused.faults());
        }
    }

    private KeyPair pair() {
        try {
            return Keys.pairOf(Keys.readPrivate(Files.readString(key)));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot use the key " + key + ": " + unusable.getMessage());
        }
    }
}
