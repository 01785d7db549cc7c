package org.assay.store.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assay.core.store.Settings;

/**
 * Where the store keeps things.
 *
 * @param data the data directory
 * @param url of the database
 * @param user of the database
 * @param password of the database
 * @param poolSize how many connections at most
 * @param blobsInDatabase whether blobs are rows, so that several nodes share them, or files in the data directory
 */
record StoreSettings(Path data, String url, String user, String password, int poolSize, boolean blobsInDatabase) {
    private static final Set<String> KNOWN = Set.of("url", "user", "password", "poolSize", "blobs", "database.target");
    private static final int DEFAULT_POOL_SIZE = 8;
    private static final int MOST_POOL_SIZE = 1000;
    private static final String FILES = "files";
    private static final String ROWS = "database";

    /**
     * Reads the configuration {@code org.assay.store}.
     *
     * @throws IllegalArgumentException with file, setting and what may be written, if there is a setting that is none, or one
     *     has a value that is none
     */
    StoreSettings(Map<String, Object> configuration, String data) {
        this(
                Settings.of("org.assay.store", configuration, KNOWN),
                Path.of(data).toAbsolutePath().normalize());
    }

    private StoreSettings(Settings settings, Path data) {
        this(
                data,
                settings.text("url", embedded(data)),
                settings.text("user", "sa"),
                settings.text("password", ""),
                (int) settings.number("poolSize", DEFAULT_POOL_SIZE, 1, MOST_POOL_SIZE),
                blobs(settings).equals(ROWS));
    }

    private static String blobs(Settings settings) {
        return settings.has("url") ? settings.choice("blobs", ROWS, FILES) : settings.choice("blobs", FILES, ROWS);
    }

    /** Each connection keeps its parsed statements: parsing takes longer than most of them. Without WRITE_DELAY=0 a killed process loses commits; without DB_CLOSE_ON_EXIT a hook closes under our feet. */
    private static String embedded(Path data) {
        return "jdbc:h2:file:" + data.resolve("db").resolve("assay")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=128";
    }

    /** Whether the database is a file of ours. */
    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:file:");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "StoreSettings[" + url + "]";
    }
}
