package org.assay.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.engine.conformance.CheckedPack;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Works on rule packs. */
@Command(name = "pack", description = "Rule packs: check one without a server, stage and activate one.")
final class PackCommand {
    private final Session session;

    PackCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Read a pack's YAML, type-check its rules and run its cases; needs no server.")
    int check(@Parameters(paramLabel = "FILE", description = "a pack as YAML") Path file) {
        try {
            CheckedPack pack = new PackLoader(new Interpreter()).load(Files.readAllBytes(file));
            session.results()
                    .line(file + ": " + pack.pack().regime() + " " + pack.pack().version() + " is in order: "
                            + pack.pack().requirements().size() + " requirements, "
                            + pack.pack().requirements().stream()
                                    .mapToInt(r -> r.cases().size())
                                    .sum() + " cases");
            return ExitCode.OK;
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": " + unreadable.getMessage());
        } catch (FaultException refused) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    file + " has " + refused.faults().size() + " fault(s):",
                    refused.faults().stream().map(fault -> place(file, fault)).toList());
        }
    }

    private static String place(Path file, Fault fault) {
        String hint = fault.hint().isEmpty() ? "" : ". " + fault.hint();
        return file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message() + hint;
    }

    @Command(
            name = "stage",
            mixinStandardHelpOptions = true,
            description = "Hand a signed pack to the service; it does not take effect yet.")
    int stage(
            @Parameters(paramLabel = "REGIME", description = "such as de-bsi") String regime,
            @Parameters(paramLabel = "FILE", description = "a DSSE envelope, *.dsse.json") Path file) {
        String version = session.service()
                .api()
                .postFile("/regimes/" + Api.part(regime) + "/packs", file, "application/json")
                .path("version")
                .asText();
        session.results()
                .line("Staged " + regime + " " + version + ". Put it into use: ./assay pack activate " + regime + " "
                        + version);
        return ExitCode.OK;
    }

    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Put a staged edition into use, without a restart.")
    int activate(
            @Parameters(paramLabel = "REGIME", description = "such as de-bsi") String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.2.0") String version) {
        return change(regime, version, "activate", "Active: ");
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Go back to an earlier edition, by name.")
    int rollback(
            @Parameters(paramLabel = "REGIME", description = "such as de-bsi") String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.1.0") String version) {
        return change(regime, version, "rollback", "Back to: ");
    }

    private int change(String regime, String version, String how, String said) {
        String path = "/regimes/" + Api.part(regime) + "/packs/" + Api.part(version) + "/" + how;
        session.service().api().post(path, Map.of());
        session.results().line(said + regime + " " + version);
        return ExitCode.OK;
    }
}
