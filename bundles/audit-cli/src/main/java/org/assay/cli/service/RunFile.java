package org.assay.cli.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a service that was started: its process and its port.
 *
 * @param pid the process id of its VM
 * @param started when that process began, in milliseconds since 1970: after a crash another may have its number; 0 if the
 *     system does not tell
 * @param port the port on loopback
 */
public record RunFile(long pid, long started, int port) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads it; empty where there is none or it cannot be read. */
    public static Optional<RunFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunFile.class));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Writes it so that a reader sees all of it or nothing. */
    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(this));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of a process that was just started. */
    public static RunFile of(ProcessHandle process, int port) {
        return new RunFile(process.pid(), began(process), port);
    }

    /** The process, if it still runs and is the one that was started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> began(process) == started);
    }

    /** Whether the process still runs. */
    public boolean alive() {
        return process().isPresent();
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
