package org.assay.cli.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.view.Progress;
import org.jspecify.annotations.Nullable;

/** Starts, finds and stops the service of one data directory. */
public final class ServiceControl {
    /** The port unless another is asked for. */
    public static final int DEFAULT_PORT = 8181;

    /** How long a start may take unless more or less is asked for, in seconds: a busy machine needs minutes. */
    public static final int START_LIMIT = 600;

    /** The variable that names the file with the token to call with, where it is not the first one. */
    public static final String TOKEN_FILE = "ASSAY_TOKEN_FILE";

    private static final String WITHOUT_TOKEN =
            "Only the node that began with an empty database writes the first token there. On a further node take a token of"
                    + " your own: where one works, ./assay token add NAME >FILE (mode 0600); here, --token-file FILE or "
                    + TOKEN_FILE + "=FILE.";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Layout layout;

    /** Null where it is that of the first token. */
    private final AtomicReference<@Nullable Path> tokenFile;

    /** For the service of a layout, called with its first token or that of the file which {@link #TOKEN_FILE} names. */
    public ServiceControl(Layout layout) {
        this.layout = layout;
        String named = System.getenv(TOKEN_FILE);
        this.tokenFile = new AtomicReference<>(named == null || named.isBlank() ? null : Path.of(named.strip()));
    }

    /** From now on calls by the token in this file. */
    public void callWith(Path file) {
        tokenFile.set(file);
    }

    /** The file with the token by which this program calls. */
    public Path tokenFile() {
        Path named = tokenFile.get();
        return named == null ? layout.tokenFile() : named;
    }

    /** The running service, if there is one. */
    public Optional<RunFile> running() {
        return RunFile.read(layout.runFile()).filter(RunFile::alive);
    }

    /** The API of the running service. */
    public Api api() {
        RunFile run = running()
                .orElseThrow(() ->
                        new CliException(ExitCode.NO_SERVICE, "Assay is not running. Start it with: ./assay start"));
        return new Api(run.port(), token());
    }

    /** The API, of a service that is started first where none runs. */
    public Api apiStarted(Progress progress) {
        if (running().isEmpty()) {
            start(null, START_LIMIT, progress);
        }
        return api();
    }

    private String token() {
        Path file = tokenFile();
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new CliException(ExitCode.BAD_INPUT, "the token file " + file + " is empty");
            }
            return token;
        } catch (NoSuchFileException none) {
            boolean own = file.equals(layout.tokenFile());
            throw new CliException(
                    own ? ExitCode.NO_SERVICE : ExitCode.BAD_INPUT,
                    "there is no token file " + file,
                    own ? List.of(WITHOUT_TOKEN) : List.of("It was named by --token-file or " + TOKEN_FILE + "."));
        } catch (IOException unreadable) {
            throw new CliException(
                    ExitCode.NO_SERVICE, "cannot read the token in " + file + ": " + unreadable.getMessage());
        }
    }

    /** What to tell somebody who may want to call. */
    public String tokenWords() {
        Path file = tokenFile();
        return Files.exists(file) ? "token in " + file : withoutToken(file);
    }

    /** What to tell where the file with the token is not there. */
    public static String withoutToken(Path file) {
        return "no token in " + file + ". " + WITHOUT_TOKEN;
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param wanted the port; null for {@link #DEFAULT_PORT}, or whichever it has if it runs already
     * @param limit how many seconds that may take; then a service that is not ready is stopped
     * @throws CliException if it runs already on another port, another runs from the same program, the port is taken, or the service does not get ready in time; the message says where to look
     */
    public RunFile start(@Nullable Integer wanted, int limit, Progress progress) {
        Optional<RunFile> running = running();
        if (running.isPresent()) {
            requireSame(running.get(), wanted);
            awaitReady(running.get(), limit, progress);
            return running.get();
        }
        int port = wanted == null ? DEFAULT_PORT : wanted;
        ProgramFolder folder = new ProgramFolder(layout.distribution());
        folder.requireFree();
        requireFree(port);
        try {
            prepareData();
            Files.deleteIfExists(layout.troubleFile());
            GoneConfiguration.forget(layout.distribution());
            RunFile started = RunFile.of(launch(port), port);
            started.write(layout.runFile());
            folder.occupy(started, layout.data());
            awaitReady(started, limit, progress);
            return started;
        } catch (IOException broken) {
            throw new CliException(ExitCode.NO_SERVICE, "cannot start Assay: " + broken.getMessage());
        }
    }

    /**
     * Starts the service on an empty state directory with a back-up, which it brings in first.
     *
     * @throws CliException if there is state already, or the start fails
     */
    public RunFile restore(Path backup, int port, Progress progress) {
        if (running().isPresent()) {
            throw new CliException(ExitCode.BAD_INPUT, "Assay is running. Stop it first: ./assay stop");
        }
        new ProgramFolder(layout.distribution()).requireFree();
        try (Stream<Path> state = Files.isDirectory(layout.data()) ? Files.list(layout.data()) : Stream.empty()) {
            if (state.findAny().isPresent()) {
                throw new CliException(
                        ExitCode.BAD_INPUT,
                        layout.data() + " is not empty: a back-up is brought only into a new state directory. Name one:"
                                + " ASSAY_DATA=DIRECTORY ./assay restore FILE");
            }
            prepareData();
            Files.copy(backup, layout.data().resolve("restore.zip"));
        } catch (IOException broken) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot copy " + backup + ": " + broken.getMessage());
        }
        return start(port, START_LIMIT, progress);
    }

    private void prepareData() throws IOException {
        Files.createDirectories(layout.data());
        Files.setPosixFilePermissions(layout.data(), PosixFilePermissions.fromString("rwx------"));
    }

    private static void requireSame(RunFile running, @Nullable Integer port) {
        if (port != null && running.port() != port) {
            throw new CliException(
                    ExitCode.NO_SERVICE,
                    "Assay is running already, on port " + running.port() + " and not on " + port
                            + ". To move it: ./assay stop, then ./assay start --port " + port);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CliException(
                    ExitCode.NO_SERVICE,
                    "port " + port + " is taken by another program. Choose one: ./assay start --port N");
        }
    }

    /** Karaf's own script ends with exec, so the process started here is the VM itself. */
    private ProcessHandle launch(int port) throws IOException {
        Path karaf = layout.distribution().resolve("bin/karaf");
        if (!Files.isExecutable(karaf)) {
            throw new CliException(ExitCode.NO_SERVICE, "no distribution in " + layout.distribution());
        }
        // The VM takes no part in what the terminal tells this program: Ctrl-C, or that it was closed
        List<String> command = List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" daemon", karaf.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("ASSAY_DATA", layout.data().toString());
        environment.put("EXTRA_JAVA_OPTS", "-Dorg.osgi.service.http.port=" + port);
        environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(layout.logFile().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start().toHandle();
    }

    private void awaitReady(RunFile run, int seconds, Progress progress) {
        Instant limit = Instant.now().plusSeconds(seconds);
        StillStarting told = new StillStarting(seconds, layout.logFile());
        try (Progress.Task task = progress.start("Starting Assay on port " + run.port())) {
            while (!Api.ready(run.port())) {
                refuseTrouble(run, task);
                if (!run.alive() || Instant.now().isAfter(limit)) {
                    run.process().ifPresent(ProcessHandle::destroy);
                    String why = run.alive()
                            ? "was not ready after " + seconds + " s (--wait), and is stopped"
                            : "ended at once";
                    throw new CliException(
                            ExitCode.NO_SERVICE,
                            "Assay " + why + "; see " + layout.logFile() + " and "
                                    + layout.distribution().resolve("data/log"));
                }
                told.after(Instant.now()).ifPresent(task::note);
                task.tick();
            }
        }
    }

    /** A service that cannot start as it is configured says so, and would wait for ever. */
    private void refuseTrouble(RunFile run, Progress.Task task) {
        if (!Files.exists(layout.troubleFile())) {
            return;
        }
        String why;
        try {
            why = Files.readString(layout.troubleFile()).strip();
        } catch (IOException unreadable) {
            why = "see " + layout.troubleFile();
        }
        stop(run, task);
        throw new CliException(
                ExitCode.NO_SERVICE,
                "Assay cannot start: " + why,
                List.of("Files in etc/ are those of " + layout.distribution()));
    }

    /** Stops the service; false if none ran. */
    public boolean stop(Progress progress) {
        Optional<RunFile> run = running();
        run.ifPresent(found -> {
            try (Progress.Task task = progress.start("Stopping Assay")) {
                stop(found, task);
            }
        });
        try {
            Files.deleteIfExists(layout.runFile());
        } catch (IOException left) {
            throw new CliException(ExitCode.NO_SERVICE, "cannot remove " + layout.runFile() + ": " + left.getMessage());
        }
        return run.isPresent();
    }

    private static void stop(RunFile run, Progress.Task task) {
        run.process().ifPresent(process -> {
            process.destroy();
            Instant limit = Instant.now().plus(STOP_LIMIT);
            while (process.isAlive() && Instant.now().isBefore(limit)) {
                task.tick();
            }
            if (process.isAlive()) {
                process.destroyForcibly();
                process.onExit()
                        .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                        .join();
            }
        });
    }
}
