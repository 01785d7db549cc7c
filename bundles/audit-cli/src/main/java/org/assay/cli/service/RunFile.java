package org.assay.cli.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What is known of a service that was started: its process and its port.
 *
 * @param pid the process id of its VM
 * @param port the port on loopback
 */
public record RunFile(long pid, int port) {
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

    /** Whether the process still runs. */
    public boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
