package org.assay.cli.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;

/**
 * The folder from which services run, one at a time: Karaf keeps its cache in it, and has a second one wait for the first without
 * a word.
 *
 * @param distribution the folder
 */
record ProgramFolder(Path distribution) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Who runs from it.
     *
     * @param run its process and port
     * @param data its state
     */
    private record Occupant(RunFile run, String data) {}

    private Path note() {
        return distribution.resolve("data/assay-run.json");
    }

    /** Notes that a service was started from it. */
    void occupy(RunFile run, Path data) throws IOException {
        Files.createDirectories(note().getParent());
        Files.write(note(), JSON.writeValueAsBytes(new Occupant(run, data.toString())));
    }

    /**
     * Refuses to start another service beside one that runs from it.
     *
     * @throws CliException that says which, and what to do
     */
    void requireFree() {
        String own = "To run another beside it, unpack the distribution once more (in a clone:"
                + " karaf-assembly/target/*.tar.gz) and start that one by its own assay, with ASSAY_DATA=DIRECTORY.";
        try {
            Occupant occupant = JSON.readValue(note().toFile(), Occupant.class);
            if (occupant.run().alive()) {
                throw taken(
                        "another Assay, with its state in " + occupant.data() + ", runs from " + distribution
                                + " on port " + occupant.run().port(),
                        "To stop that one: ASSAY_DATA=" + occupant.data() + " ./assay stop",
                        own);
            }
        } catch (IOException none) {
            // Nobody noted anything: only the lock tells
        }
        if (isLocked(distribution.resolve("lock"))) {
            throw taken(
                    "a service that was not started by ./assay runs from " + distribution,
                    "To stop that one: " + distribution.resolve("bin/stop"),
                    own);
        }
    }

    private static CliException taken(String who, String stop, String own) {
        return new CliException(
                ExitCode.NO_SERVICE, who + ", and a program folder runs one at a time", List.of(stop, own));
    }

    /** Whether a process holds the lock that Karaf takes before anything else. */
    private static boolean isLocked(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException held) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
