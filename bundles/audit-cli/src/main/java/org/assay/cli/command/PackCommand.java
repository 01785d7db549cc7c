package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.ConformanceTables;
import org.assay.cli.view.Terminal;
import org.assay.engine.conformance.CaseResult;
import org.assay.engine.conformance.CaseRunner;
import org.assay.engine.conformance.CheckedPack;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.conformance.TrialTime;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on rule packs. */
@Command(
        name = "pack",
        description = "Rule packs: check, test, sign and verify one without a server, stage and activate one.",
        subcommands = {PackSignCommand.class, PackVerifyCommand.class})
final class PackCommand {
    private static final String REGIME = "such as de-bsi";
    private static final String AT =
            "a moment ahead, such as 2026-12-06T00:00+01:00; a day such as 2026-12-06 begins in the pack's time zone";
    private static final String PREVIEW =
            "the trial audit of a preview that this relies on, kept with it; may be repeated; see: assay preview pack";
    private static final String JSON = "As JSON, for programs.";

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
            CheckedPack pack = new PackLoader(new CompiledEvaluator())
                    .load(
                            Files.readAllBytes(file),
                            TrialTime.ofThisThread(System::nanoTime, ManagementFactory.getThreadMXBean()));
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
            throw refused(file, refused.faults());
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Run a pack's cases one by one, and show each verdict with its reason; needs no server.")
    int test(
            @Parameters(index = "0", paramLabel = "FILE", description = "a pack as YAML") Path file,
            @Parameters(index = "1..*", paramLabel = "CASES", description = "conformance files beside it")
                    List<Path> beside,
            @Option(names = "--only", paramLabel = "TEXT", description = "only requirements whose id begins so")
                    @Nullable
                    String only) {
        try {
            byte[] yaml = Files.readAllBytes(file);
            RuleSet rules = RuleSet.compile(PackReader.read(yaml));
            RequirementChoice.require(
                    only == null ? "" : only,
                    rules.pack().requirements().stream().map(Requirement::id).toList());
            Map<Path, List<CaseResult>> results = new LinkedHashMap<>();
            results.put(file, new CaseRunner(new CompiledEvaluator()).run(rules));
            for (Path cases : beside == null ? List.<Path>of() : beside) {
                results.put(cases, beside(rules, yaml, cases));
            }
            return tell(results, CaseRunner.unreached(rules, results.get(file)), only == null ? "" : only, file);
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + unreadable.getMessage());
        } catch (FaultException refused) {
            throw refused(file, refused.faults());
        }
    }

    private static List<CaseResult> beside(RuleSet rules, byte[] yaml, Path cases) throws IOException {
        try {
            CaseRunner runner = new CaseRunner(new CompiledEvaluator());
            return ConformanceReader.read(Files.readAllBytes(cases), yaml).stream()
                    .map(one -> runner.run(rules, one.requirement(), one.example()))
                    .toList();
        } catch (FaultException refused) {
            throw refused(cases, refused.faults());
        }
    }

    private int tell(Map<Path, List<CaseResult>> results, List<Fault> unreached, String only, Path pack) {
        List<String> faults = new ArrayList<>();
        long cases = 0;
        for (Map.Entry<Path, List<CaseResult>> one : results.entrySet()) {
            List<CaseResult> shown = one.getValue().stream()
                    .filter(result -> result.requirement().startsWith(only))
                    .toList();
            session.results().heading(Terminal.safe(one.getKey().toString()));
            new ConformanceTables(session.results()).cases(shown);
            shown.forEach(result -> result.faults().forEach(fault -> faults.add(place(one.getKey(), fault))));
            cases += shown.size();
        }
        unreached.stream()
                .filter(fault -> only.isEmpty() || fault.message().contains(" of " + only))
                .forEach(fault -> faults.add(place(pack, fault)));
        session.results().line();
        faults.forEach(fault -> session.results().line(Terminal.safe(fault)));
        session.results().line(cases + " cases, " + (faults.isEmpty() ? "all hold" : faults.size() + " fault(s)"));
        return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILURES;
    }

    static CliException refused(Path file, List<Fault> faults) {
        return new CliException(
                ExitCode.BAD_INPUT,
                file + " has " + faults.size() + " fault(s):",
                faults.stream().map(fault -> place(file, fault)).toList());
    }

    private static String place(Path file, Fault fault) {
        String hint = fault.hint().isEmpty() ? "" : ". " + fault.hint();
        String at = fault.line() == 0 ? "" : ":" + fault.line() + ":" + fault.column();
        return file + at + ": " + fault.message() + hint;
    }

    @Command(
            name = "stage",
            mixinStandardHelpOptions = true,
            description = "Hand a signed pack to the service; it does not take effect yet.")
    int stage(
            @Parameters(paramLabel = "REGIME", description = REGIME) String regime,
            @Parameters(paramLabel = "FILE", description = "a DSSE envelope, *.dsse.json") Path file,
            @Option(
                            names = "--older",
                            description = "also one below a version that is or was active, to roll back to it")
                    boolean older,
            @Option(names = "--json", description = JSON) boolean json) {
        String path = "/regimes/" + Api.part(regime) + "/packs" + (older ? "?older=true" : "");
        JsonNode pack = session.service().api().postFile(path, file, "application/json");
        if (json) {
            session.results().json(pack);
            return ExitCode.OK;
        }
        String version = pack.path("version").asText();
        session.results()
                .line("Staged " + regime + " " + version + ". Put it into use: ./assay pack activate " + regime + " "
                        + version);
        return ExitCode.OK;
    }

    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Put a staged edition into use, without a restart, now or at a moment.")
    int activate(
            @Parameters(paramLabel = "REGIME", description = REGIME) String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.2.0") String version,
            @Option(names = "--at", paramLabel = "TIME", description = AT) @Nullable String at,
            @Option(names = "--preview", paramLabel = "AUDIT", description = PREVIEW) @Nullable List<String> previews,
            @Option(names = "--json", description = JSON) boolean json) {
        return change(regime, version, "activate", body(at, previews), json, "Active: ");
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Say that an edition may become active; where two persons are needed, not by who staged it.")
    int approve(
            @Parameters(paramLabel = "REGIME", description = REGIME) String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.2.0") String version,
            @Option(names = "--json", description = JSON) boolean json) {
        return change(regime, version, "approve", Map.of(), json, "Approved: ");
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Give up the activation or roll-back that is planned for an edition.")
    int cancel(
            @Parameters(paramLabel = "REGIME", description = REGIME) String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.2.0") String version) {
        session.service().api().delete("/regimes/" + Api.part(regime) + "/packs/" + Api.part(version) + "/plan");
        session.results().line("Given up what was planned for " + regime + " " + version);
        return ExitCode.OK;
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Go back to an earlier edition, by name, now or at a moment.")
    int rollback(
            @Parameters(paramLabel = "REGIME", description = REGIME) String regime,
            @Parameters(paramLabel = "VERSION", description = "such as 2026.1.0") String version,
            @Option(names = "--at", paramLabel = "TIME", description = AT) @Nullable String at,
            @Option(names = "--preview", paramLabel = "AUDIT", description = PREVIEW) @Nullable List<String> previews,
            @Option(names = "--json", description = JSON) boolean json) {
        return change(regime, version, "rollback", body(at, previews), json, "Back to: ");
    }

    private static Map<String, Object> body(@Nullable String at, @Nullable List<String> previews) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (at != null) {
            body.put(Times.isDay(at) ? "day" : "at", Times.isDay(at) ? Times.day(at) : Times.moment(at, 0));
        }
        if (previews != null) {
            body.put("previews", previews);
        }
        return body;
    }

    private int change(String regime, String version, String how, Map<String, Object> body, boolean json, String said) {
        String path = "/regimes/" + Api.part(regime) + "/packs/" + Api.part(version) + "/" + how;
        JsonNode pack = session.service().api().post(path, body);
        String words = body.containsKey("at") || body.containsKey("day")
                ? "Planned for " + pack.path("planned").path("at").asText() + ": " + how + " " + regime + " " + version
                : said + regime + " " + version;
        session.results().either(json, pack, words);
        return ExitCode.OK;
    }
}
