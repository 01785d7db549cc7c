package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.cli.command.AssayCommand;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.SafeBytes;
import org.assay.cli.view.Terminal;
import org.assay.engine.dsse.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** No command lets an escape sequence of the service's answer through to a terminal. */
class HostileAnswersTest {
    /** What calls no service, starts one of its own, or is several of the others in a row. */
    private static final Set<String> WITHOUT_SERVICE = Set.of(
            "demo",
            "start",
            "stop",
            "restore",
            "verify",
            "conformance",
            "new-regime",
            "keys generate",
            "pack check",
            "pack test",
            "pack mutate",
            "pack sign",
            "pack verify");

    @TempDir
    private Path folder;

    private Layout layout;
    private String shown = "";

    @BeforeEach
    void prepare() throws IOException {
        layout = new Layout(folder, folder, folder.resolve("var"));
        Files.createDirectories(layout.data());
        Files.writeString(layout.tokenFile(), "secret");
    }

    @AfterEach
    void showedNothingThatATerminalObeys() {
        assertThat(shown.codePoints().filter(c -> c != '\n' && isObeyed(c)).boxed())
                .isEmpty();
    }

    private static boolean isObeyed(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }

    @Test
    void fromAnAnswerInWordsAndAsJson() throws IOException {
        try (HostileServer server = new HostileServer(false)) {
            Set<String> silent = new TreeSet<>();
            commands().forEach((name, command) -> {
                for (String json : List.of("", "--json")) {
                    if (json.isEmpty() || command.getCommandSpec().findOption(json) != null) {
                        String said = run(server, arguments(name, command, json));
                        assertThat(said).as(name + " " + json).doesNotContain("should not have happened");
                        assertThat(server.calls())
                                .as("%s %s calls the service; it said %s", name, json, said)
                                .isNotEmpty();
                        if (!said.contains("forged") && json.isEmpty()) {
                            silent.add(name);
                        }
                    }
                }
            });
            assertThat(silent)
                    .as("commands that print no text of the server's")
                    .hasSizeLessThan(commands().size() * 3 / 4);
        }
    }

    @Test
    void fromAProblem() throws IOException {
        try (HostileServer server = new HostileServer(true)) {
            commands().forEach((name, command) -> {
                String said = run(server, arguments(name, command, ""));
                assertThat(said).as(name).doesNotContain("should not have happened");
                assertThat(server.calls()).as(name).isNotEmpty();
            });
            assertThat(shown).contains("forged");
        }
    }

    @Test
    void fromAStreamThatGoesToTheTerminalAsItIs() throws IOException {
        try (HostileServer server = new HostileServer(false)) {
            String file = document().toString();
            assertThat(run(server, "outlook", "x", "--format", "csv")).contains("forged");
            assertThat(run(server, "audit", file, "--format", "ndjson")).contains("forged");
            assertThat(run(server, "audit", file, "--format", "csv")).contains("forged");
            assertThat(run(server, "consequences", "--csv", "caps")).contains("forged");
        }
    }

    /** Every command that does something, by its name. */
    private Map<String, CommandLine> commands() {
        Map<String, CommandLine> leaves = new LinkedHashMap<>();
        collect("", AssayCommand.program(session(new StringWriter(), new ByteArrayOutputStream())), leaves);
        leaves.keySet().removeAll(WITHOUT_SERVICE);
        return leaves;
    }

    private static void collect(String prefix, CommandLine command, Map<String, CommandLine> leaves) {
        if (command.getSubcommands().isEmpty()) {
            leaves.put(prefix, command);
        }
        command.getSubcommands()
                .forEach((name, sub) -> collect(prefix.isEmpty() ? name : prefix + " " + name, sub, leaves));
    }

    /** A call with all that the command needs. */
    private String[] arguments(String name, CommandLine command, String json) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.required()) {
                words.add(option.longestName() + "=" + value(name, option));
            }
        }
        command.getCommandSpec().positionalParameters().forEach(parameter -> words.add(value(name, parameter)));
        if (!json.isEmpty()) {
            words.add(json);
        }
        return words.toArray(String[]::new);
    }

    private String value(String command, ArgSpec argument) {
        if (argument.type() == Path.class) {
            return (command.startsWith("keys") ? key() : document()).toString();
        }
        return switch (argument.paramLabel()) {
            case "SUBJECT" -> "component:c-1";
            case "DATE" -> "2026-11-21";
            default -> "x";
        };
    }

    private Path document() {
        String network = "{\"network\": {\"id\": \"x\", \"name\": \"X\", \"country\": \"DE\"}}";
        return file("network.json", network);
    }

    private Path key() {
        return file("key.pem", Keys.pem(Keys.generate().getPublic()));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(HostileServer server, String... args) {
        StringWriter text = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            RunFile.of(ProcessHandle.current(), server.port()).write(layout.runFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Main.run(session(text, bytes), args);
        String said = text + bytes.toString(StandardCharsets.UTF_8);
        shown += said;
        return said;
    }

    private Session session(StringWriter text, ByteArrayOutputStream bytes) {
        Terminal terminal = new Terminal(new PrintWriter(text), false, 200);
        return new Session(layout, new ServiceControl(layout), terminal, terminal, new SafeBytes(bytes));
    }

    @Test
    void butStylesOfOurOwnDoAndForgedOnesGiveNothing() {
        StringWriter text = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(text), true, 80);
        terminal.line(terminal.style("bold", "grave " + HostileServer.TEXT) + "\uFDD0nonsense\uFDD1x\uFDD2");
        String written = text.toString();
        assertThat(written).startsWith("\u001b[1mgrave ").contains("\u001b[0m");
        assertThat(Stream.of(written.split("\u001b")).skip(1)).allMatch(part -> part.matches("(?s)\\[(1|0)m.*"));
    }
}
