package org.assay.store.internal;

import java.nio.file.Path;
import java.util.Map;
import org.assay.core.store.StoreException;

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
    private static final String DEFAULT_POOL_SIZE = "8";
    private static final String FILES = "files";
    private static final String ROWS = "database";

    StoreSettings(Map<String, Object> configuration, String data) {
        this(
                Path.of(data).toAbsolutePath().normalize(),
                text(
                        configuration,
                        "url",
                        embedded(Path.of(data).toAbsolutePath().normalize())),
                text(configuration, "user", "sa"),
                text(configuration, "password", ""),
                Integer.parseInt(text(configuration, "poolSize", DEFAULT_POOL_SIZE)),
                blobsInDatabase(text(configuration, "blobs", configuration.containsKey("url") ? ROWS : FILES)));
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

    private static boolean blobsInDatabase(String where) {
        return switch (where) {
            case ROWS -> true;
            case FILES -> false;
            default ->
                throw new StoreException(
                        "org.assay.store: 'blobs' is '" + where + "'; write '" + FILES + "' or '" + ROWS + "'");
        };
    }

    private static String text(Map<String, Object> configuration, String key, String otherwise) {
        Object value = configuration.get(key);
        return value == null ? otherwise : value.toString();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "StoreSettings[" + url + "]";
    }
}
