package org.assay.itests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The distribution as a process of its own, as a user starts it; for what a container inside the test cannot show. */
final class Service implements AutoCloseable {
    private static final int UNPACKED_WITHIN_SECONDS = 120;

    private final Path home;
    private final Path data;
    private final int port = Distribution.freePort();
    private Process process;

    /**
     * Unpacks it.
     *
     * @param store what {@code etc/org.assay.store.cfg} says
     */
    Service(String store) throws IOException, InterruptedException {
        Path work = Path.of(
                Distribution.property("assay.it.work"), UUID.randomUUID().toString());
        this.home = Files.createDirectories(work.resolve("home"));
        this.data = work.resolve("data");
        Process tar = new ProcessBuilder(
                        "tar",
                        "-xzf",
                        Distribution.property("assay.it.distribution"),
                        "-C",
                        home.toString(),
                        "--strip-components",
                        "1")
                .inheritIO()
                .start();
        if (!tar.waitFor(UNPACKED_WITHIN_SECONDS, TimeUnit.SECONDS) || tar.exitValue() != 0) {
            throw new AssertionError("the distribution cannot be unpacked");
        }
        Files.writeString(home.resolve("etc/org.assay.store.cfg"), store);
    }

    Path home() {
        return home;
    }

    /** Where the first token is written, on the first node of a database. */
    Path tokenFile() {
        return data.resolve("token");
    }

    /** The API, in the name of the token in a file. */
    Api api(Path tokenFile) {
        return new Api(String.valueOf(port), tokenFile);
    }

    /** Starts it; it is not ready yet. */
    void start() throws IOException {
        // The script ends with exec, so that this is the VM itself
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec \"$0\" daemon", home + "/bin/karaf");
        builder.environment().put("ASSAY_DATA", data.toString());
        builder.environment().put("EXTRA_JAVA_OPTS", "-Dorg.osgi.service.http.port=" + port);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        File log = home.resolve("out.log").toFile();
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
