package org.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the program tells of answers that are not what was wanted, and what it does not even ask for. */
class RefusalsTest {
    private static final String KEY = "113c7400aa";

    @TempDir
    private Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final StringWriter said = new StringWriter();
    private HttpServer server;
    private String installed = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            boolean keys = exchange.getRequestURI().getPath().endsWith("/keys");
            String id = keys ? KEY : "alpha";
            boolean list = keys || exchange.getRequestURI().getPath().endsWith("/networks");
            String answer = list ? "{\"items\": [{\"id\": \"" + id + "\"}]}" : installed;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... args) throws IOException {
        Layout layout = new Layout(folder, folder, folder.resolve("var"));
        Files.createDirectories(layout.data());
        Files.writeString(layout.tokenFile(), "secret");
        RunFile.of(ProcessHandle.current(), server.getAddress().getPort()).write(layout.runFile());
        Terminal terminal = new Terminal(new PrintWriter(said), false, 200);
        return Main.run(
                new Session(layout, new ServiceControl(layout), terminal, terminal, new ByteArrayOutputStream()), args);
    }

    @Test
    void aRegimeOfWhichNoPackCountsIsNotToldAsInOrder() throws IOException {
        installed = "{\"id\": \"x-y\", \"refused\": [\"x-y 2026.1.0: its key is revoked\"]}";
        assertThat(run("install", "x-y")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("installed but judges nothing", "its key is revoked");
    }

    @Test
    void oneThatJudgesIsToldWithItsEdition() throws IOException {
        installed = "{\"id\": \"x-y\", \"current\": {\"version\": \"2026.1.0\"}}";
        assertThat(run("install", "x-y")).isEqualTo(ExitCode.OK);
        assertThat(said.toString()).contains("Installed x-y, edition 2026.1.0");
    }

    @Test
    void aKeyIsNotRevokedByALetterOfItsId() throws IOException {
        assertThat(run("keys", "revoke", "1", "--reason", "x")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("'1' is too little of a key's id: write 8 characters");
        assertThat(calls).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void itIsByEightOfThem() throws IOException {
        installed = "{}";
        assertThat(run("keys", "revoke", KEY.substring(0, 8), "--reason", "x")).isEqualTo(ExitCode.OK);
        assertThat(calls).contains("POST /api/v1/keys/" + KEY + "/revoke");
    }

    @Test
    void aNetworkThatIsLoadedIsAuditedByItsIdWhereNoSuchFileIs() throws IOException {
        installed = "{\"id\": \"a-1\", \"network\": \"alpha\", \"state\": \"done\", \"counts\": {\"FAIL\": 0}}";
        assertThat(run("audit", "alpha", "--regimes", "x-y", "--format", "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("audit", "--network", "alpha", "--regimes", "x-y", "--format", "json"))
                .isEqualTo(ExitCode.OK);
        assertThat(calls)
                .contains("POST /api/v1/audits")
                .noneMatch(call -> call.startsWith("PUT") || call.endsWith("/snapshots"));
    }

    @Test
    void oneThatIsNotLoadedIsRefusedWithThoseThatAre() throws IOException {
        assertThat(run("audit", "--network", "alhpa", "--regimes", "x-y")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString())
                .contains("no network 'alhpa' is loaded", "loaded: alpha", "./assay audit FILE.json");
        assertThat(calls).containsExactly("GET /api/v1/networks");
        assertThat(run("audit", "no-such.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("cannot read no-such.json: no such file");
        assertThat(run("audit", "x.json", "--network", "alpha")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(calls).hasSize(1);
    }

    @Test
    void aFeedsAddressSaysItsLanguageIfOneIsWanted() throws IOException {
        installed = "{\"name\": \"office\", \"calendar\": \"http://x/deadlines.ics?token=s\"}";
        assertThat(run("feed", "add", "alpha", "office", "--language", "de")).isEqualTo(ExitCode.OK);
        assertThat(said.toString()).contains("http://x/deadlines.ics?token=s&language=de");
        assertThat(run("feed", "add", "alpha", "office", "--language", "it")).isEqualTo(ExitCode.BAD_INPUT);
    }
}
