import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A copy of the distribution that runs on its own port with its own state. Safe for many threads. */
final class Server implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** How long anything is waited for: more than enough, unless the machine is busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("patience", 2));

    /** What a call answered; {@code body} is a missing node where it is no JSON, {@code retryAfter} empty without that header. */
    record Answer(int status, JsonNode body, String retryAfter) {
        /** The last part of a problem's type. */
        String problem() {
            return body.path("type").asText().replaceFirst(".*:", "");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path home;
    private final Path data;
    private final int port;
    private final Process process;
    private final String token;

    Server(Path home, Path data, int port) throws IOException, InterruptedException {
        this(home, data, port, "");
    }

    /** With further options of the virtual machine. */
    Server(Path home, Path data, int port, String options) throws IOException, InterruptedException {
        this.home = home;
        this.data = data;
        this.port = port;
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close(); // else another server would answer
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + home + "/bin/karaf daemon");
        builder.environment().put("ASSAY_DATA", data.toString());
        builder.environment()
                .put("EXTRA_JAVA_OPTS", "-Dorg.osgi.service.http.port=" + port + " -Dassay.probe.port=" + (port + 1) + " " + options);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(new File(home.toFile(), "out.log"));
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        await("the server to be ready", () -> ready());
        this.token = Files.readString(data.resolve("token")).strip();
    }

    long pid() {
        return process.pid();
    }

    /** The processor's time that it has taken until now. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended; see " + home.resolve("out.log"));
        }
        try {
            HttpRequest ask = HttpRequest.newBuilder(uri("/health/ready")).build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    CompletableFuture<Answer> send(String method, String path, byte[] body) {
        return send(method, path, body, "");
    }

    /** With an idempotency key, if it is not empty. */
    CompletableFuture<Answer> send(String method, String path, byte[] body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(
                        response.statusCode(),
                        parse(response.body()),
                        response.headers().firstValue("Retry-After").orElse("")));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    CompletableFuture<Answer> get(String path) {
        return send("GET", path, new byte[0]);
    }

    CompletableFuture<Answer> post(String path, String body) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A call that must answer 2xx; its body. */
    JsonNode must(CompletableFuture<Answer> call) {
        Answer answer = call.join();
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Tells the probe one line and gives its answer. */
    String probe(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port + 1);
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.println(line);
            return in.readLine();
        }
    }

    /** Updates a regime's bundle to itself under another version, and waits until the regime is provided by it. */
    void update(String regime, String version) throws IOException, InterruptedException {
        Path jar = jar(regime, version);
        String answer = probe("update org.assay.regime-" + regime + " " + jar.toUri());
        if (!answer.startsWith("ok")) {
            throw new IllegalStateException("the update of " + regime + " " + answer);
        }
        await(regime + " to be provided by " + version, () -> get("/regimes/" + regime)
                .join()
                .body()
                .path("provider")
                .asText()
                .contains(version));
    }

    private Path jar(String regime, String version) throws IOException {
        Path system = home.resolve("system/org/assay/regime-" + regime);
        Path copy = data.resolve("regime-" + regime + "-" + version + ".jar");
        if (Files.exists(copy)) {
            return copy;
        }
        Path original;
        try (var files = Files.walk(system)) {
            original = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        try (JarFile in = new JarFile(original.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                for (JarEntry entry : in.stream().toList()) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        in.getInputStream(entry).transferTo(out);
                    }
                }
            }
        }
        return copy;
    }

    /** Waits for something, at most as long as patience lasts. */
    static void await(String what, java.util.function.BooleanSupplier goal) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!goal.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited " + PATIENCE + " for " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Ends the VM at once, as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        boolean ended = process.onExit()
                .thenApply(done -> true)
                .completeOnTimeout(false, 30, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
        }
    }
}
