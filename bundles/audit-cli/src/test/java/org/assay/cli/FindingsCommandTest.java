package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assay.cli.command.Session;
import org.assay.cli.service.Layout;
import org.assay.cli.service.RunFile;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The findings of an audit that is there. */
class FindingsCommandTest {
    private static final String AUDITS =
            """
            {"items": [{"id": "a-3", "network": "alpha", "asOf": "2026-11-23", "state": "running"},
                       {"id": "a-2", "network": "alpha", "asOf": "2026-11-22", "state": "done"}], "total": 2}
            """;
    private static final String FINDINGS =
            """
            {"items": [{"outcome": "FAIL", "severity": "critical", "regime": "de-bsi", "requirement": "DE-TKG-165-4-CERT",
                        "subject": {"kind": "component", "id": "smf-muenchen-1"}, "due": "2026-12-31",
                        "because": "no certificate of an accepted body before its first use on 2026-07-07"}], "total": 101}
            """;

    @TempDir
    private Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final StringWriter said = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1".length());
        calls.add(exchange.getRequestMethod() + " " + path);
        String one = "{\"id\": \"a-1\", \"network\": \"alpha\", \"asOf\": \"2026-11-21\", \"state\": \"done\"}";
        String answer = path.contains("/findings") ? FINDINGS : path.equals("/audits/a-1") ? one : AUDITS;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(int width, String... args) throws IOException {
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Files.createDirectories(layout.data());
        Files.writeString(layout.tokenFile(), "secret");
        RunFile.of(ProcessHandle.current(), server.getAddress().getPort()).write(layout.runFile());
        Terminal terminal = new Terminal(new PrintWriter(said), false, width);
        return Main.run(
                new Session(layout, new ServiceControl(layout), terminal, terminal, new ByteArrayOutputStream()), args);
    }

    @Test
    void thoseOfTheLatestAuditThatIsDoneWithoutMakingOne() throws IOException {
        assertThat(run(200, "findings", "--network", "alpha")).isEqualTo(ExitCode.OK);
        assertThat(calls).containsExactly("GET /audits?limit=100&network=alpha", "GET /audits/a-2/findings?limit=100");
        assertThat(said.toString())
                .contains("alpha as of 2026-11-22: 101 findings", "smf-muenchen-1", "… and 1 more: --all");
    }

    @Test
    void onlyThoseThatAreWanted() throws IOException {
        assertThat(run(200, "findings", "a-1", "--outcome", "fail,unknown", "--regime", "de-bsi", "--json"))
                .isEqualTo(ExitCode.OK);
        assertThat(calls)
                .containsExactly(
                        "GET /audits/a-1",
                        "GET /audits/a-1/findings?outcome=FAIL&outcome=UNKNOWN&regime=de-bsi&limit=1000");
        assertThat(said.toString()).startsWith("[").contains("DE-TKG-165-4-CERT");
    }

    @Test
    void inANarrowTerminalEachIsAListAndNothingIsCutOff() throws IOException {
        assertThat(run(40, "findings", "a-1")).isEqualTo(ExitCode.OK);
        assertThat(said.toString().lines()).noneMatch(line -> line.contains("…") && line.contains("smf"));
        assertThat(said.toString()).contains("SUBJECT: component/smf-muenchen-1");
        assertThat(said.toString().lines().filter(line -> !line.startsWith("Why")))
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void anAuditAndANetworkAreTooMuch() throws IOException {
        assertThat(run(200, "findings", "a-1", "--network", "alpha")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(calls).isEmpty();
    }
}
