package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Pages;
import org.assay.cli.view.Table;
import org.assay.cli.view.Terminal;
import org.assay.engine.dsse.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on the keys that packs may be signed with. */
@Command(name = "keys", description = "The keys that packs may be signed with: make one, trust one, revoke one.")
final class KeysCommand {
    /** Of an id that is typed: revoking the wrong key cannot be undone. */
    private static final int ENOUGH = 8;

    private static final String JSON = "As JSON, for programs.";

    private final Session session;

    KeysCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description =
                    "Make a key pair: FILE for who signs, mode 0600, and FILE.pub for who trusts. Needs no server.")
    int generate(
            @Parameters(paramLabel = "FILE", description = "such as my-key.pem; must not be there yet") Path file) {
        KeyPair pair = Keys.generate();
        Path half = file.resolveSibling(file.getFileName() + ".pub");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Keys.pem(pair.getPrivate()));
            Files.writeString(half, Keys.pem(pair.getPublic()));
        } catch (FileAlreadyExistsException taken) {
            throw new CliException(ExitCode.BAD_INPUT, file + " is there already; a key is never written over");
        } catch (IOException broken) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot write " + file + ": " + broken.getMessage());
        }
        session.results()
                .line("Key " + Keys.id(pair.getPublic()) + ": " + file + " signs, keep it secret; trust " + half);
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All keys, revoked ones too.")
    int list(@Option(names = "--json", description = JSON) boolean json) {
        JsonNode keys = session.service().api().get("/keys?limit=1000").path("items");
        if (json) {
            session.results().json(keys);
            return ExitCode.OK;
        }
        Table table = new Table().header("KEY", "STATE", "REGIMES", "FROM", "UNTIL", "ADDED BY", "LABEL, REASON");
        for (JsonNode key : keys) {
            table.row(
                    key.path("id").asText(),
                    key.path("state").asText().replace('_', ' '),
                    regimes(key),
                    key.path("from").asText(),
                    key.path("until").asText("-"),
                    key.path("addedBy").asText(),
                    Terminal.safe(about(key)));
        }
        table.print(session.results());
        return ExitCode.OK;
    }

    /** The id of the only key that begins so, as a narrow table shows it or as somebody read it out. */
    private String whole(String id) {
        String beginning = id.endsWith("…") ? id.substring(0, id.length() - 1) : id;
        List<String> found = new ArrayList<>();
        for (JsonNode key : Pages.all(session.service().api(), "/keys")) {
            if (key.path("id").asText().startsWith(beginning)) {
                found.add(key.path("id").asText());
            }
        }
        if (found.size() > 1 && !found.contains(beginning)) {
            throw new CliException(
                    ExitCode.BAD_INPUT, "several keys begin with '" + beginning + "'; write more of it", found);
        }
        if (found.size() == 1 && beginning.length() < ENOUGH) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "'" + beginning + "' is too little of a key's id: write " + ENOUGH + " characters of it at least",
                    List.of("What is revoked cannot be trusted again. See: assay keys list"));
        }
        return found.size() == 1 ? found.get(0) : beginning;
    }

    private static String regimes(JsonNode key) {
        StringBuilder text = new StringBuilder();
        key.path("regimes")
                .forEach(one -> text.append(text.isEmpty() ? "" : ",").append(one.asText()));
        return text.toString();
    }

    private static String about(JsonNode key) {
        String label = key.path("label").asText("");
        return key.has("revokedAt")
                ? label + (label.isEmpty() ? "" : "; ") + "revoked "
                        + key.path("revokedAt").asText() + " by "
                        + key.path("revokedBy").asText() + ": "
                        + key.path("reason").asText()
                : label;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Trust a key, or change the regimes and days of one that is trusted. Counts at once, on all nodes.")
    int add(
            @Parameters(paramLabel = "FILE", description = "the public key, *.pem or *.pub") Path file,
            @Option(
                            names = "--regimes",
                            split = ",",
                            required = true,
                            paramLabel = "ID",
                            description = "what it may sign for, such as de-bsi,fr-*; '*' for all")
                    List<String> regimes,
            @Option(names = "--label", description = "whose key it is") @Nullable String label,
            @Option(names = "--from", paramLabel = "TIME", description = "a day (UTC) or a moment; default: now")
                    @Nullable
                    String from,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            description = "a day (UTC), the last; or a moment, from which on it no longer counts")
                    @Nullable
                    String until,
            @Option(names = "--json", description = JSON) boolean json) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("publicKey", read(file));
        body.put("regimes", regimes);
        if (label != null) {
            body.put("label", label);
        }
        if (from != null) {
            body.put("from", Times.moment(from, 0));
        }
        if (until != null) {
            body.put("until", Times.moment(until, 1));
        }
        JsonNode key = session.service().api().post("/keys", body);
        tell(json, key, "Trusted: " + key.path("id").asText() + " for " + regimes(key));
        return ExitCode.OK;
    }

    private void tell(boolean json, JsonNode key, String words) {
        session.results().either(json, key, words);
    }

    private static String read(Path file) {
        try {
            String pem = Files.readString(file);
            Keys.readPublic(pem);
            return pem;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot use the key " + file + ": " + unusable.getMessage());
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Take a key back, for good: nothing that it signed is taken or activated any more.")
    int revoke(
            @Parameters(
                            paramLabel = "KEY",
                            description =
                                    "its id, or as much of its beginning as no other key has, 8 characters at least; see:"
                                            + " assay keys list")
                    String id,
            @Option(names = "--reason", required = true, description = "why, for those who come later") String reason,
            @Option(names = "--json", description = JSON) boolean json) {
        String whole = whole(id);
        JsonNode key = session.service().api().post("/keys/" + Api.part(whole) + "/revoke", Map.of("reason", reason));
        tell(json, key, "Revoked: " + whole);
        return ExitCode.OK;
    }
}
