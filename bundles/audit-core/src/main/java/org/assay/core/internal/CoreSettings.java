package org.assay.core.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assay.engine.intake.Limits;

/**
 * What the core is told by its configuration.
 *
 * @param data the data directory
 * @param trustedKeys the folder with the public keys ({@code *.pem}) whose packs are taken
 * @param activateOnArrival whether packs that nobody asked for become active although others are
 * @param largeAudit from how many verdicts on an audit is done in the background
 * @param installPatience how long the installation of a regime may take
 */
public record CoreSettings(
        Path data, Path trustedKeys, boolean activateOnArrival, long largeAudit, Duration installPatience) {
    private static final String LARGE_AUDIT = "200000";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Reads {@code trustedKeys}, {@code activateOnArrival} and {@code largeAudit} of the configuration
     * {@code org.assay.core}; each may be left out.
     *
     * @param data the data directory
     * @param etc the folder of configuration, in which {@code assay-trust} is looked for
     */
    static CoreSettings read(Map<String, Object> configuration, Path data, Path etc) {
        return new CoreSettings(
                data,
                Path.of(text(
                        configuration, "trustedKeys", etc.resolve("assay-trust").toString())),
                Boolean.parseBoolean(text(configuration, "activateOnArrival", "false")),
                Long.parseLong(text(configuration, "largeAudit", LARGE_AUDIT)),
                PATIENCE);
    }

    /**
     * How many records a network document may have: {@code maxRecords} of the configuration {@code org.assay.core}, 500,000
     * if it is left out.
     */
    static int maxRecords(Map<String, Object> configuration) {
        return Integer.parseInt(text(configuration, "maxRecords", String.valueOf(Limits.DEFAULT.records())));
    }

    private static String text(Map<String, Object> configuration, String key, String otherwise) {
        Object value = configuration.get(key);
        return value == null ? otherwise : value.toString().strip();
    }
}
