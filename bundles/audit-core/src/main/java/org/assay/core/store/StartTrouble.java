package org.assay.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves word in the data directory why the service does not start, for the program that waits for it. */
public final class StartTrouble {
    /** The name of the file; it is there only while the last start failed. */
    public static final String FILE = "start-trouble";

    private static final Logger LOG = LoggerFactory.getLogger(StartTrouble.class);

    private StartTrouble() {}

    /** Does a step of a start; if it throws, what it says is in the file. */
    public static <T> T telling(Path data, Supplier<T> step) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
            return step.get();
        } catch (IOException e) {
            throw new StoreException("the data directory " + data + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            write(data, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static void write(Path data, String why) {
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve(FILE), why + "\n");
        } catch (IOException e) {
            LOG.warn("The reason why the start fails cannot be left in {}: {}", data, e.toString());
        }
    }
}
