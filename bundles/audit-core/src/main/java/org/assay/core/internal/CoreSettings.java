package org.assay.core.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.engine.intake.Limits;

/**
 * What the core is told by its configuration.
 *
 * @param data the data directory
 * @param trustedKeys the folder with the public keys ({@code *.pem}) whose packs are taken
 * @param activateOnArrival whether packs that nobody asked for become active although others are
 * @param fourEyes whether a pack is activated, and a waiver approved, only by somebody else than who brought it
 * @param largeAudit from how many verdicts on an audit is done in the background
 * @param installPatience how long the installation of a regime may take
 * @param webhookAllow which addresses webhooks may reach besides public ones
 * @param retention for how long facts and verdicts are kept
 */
public record CoreSettings(
        Path data,
        Path trustedKeys,
        boolean activateOnArrival,
        boolean fourEyes,
        long largeAudit,
        Duration installPatience,
        AddressPolicy webhookAllow,
        RetentionRules retention) {
    private static final String LARGE_AUDIT = "200000";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What the core is told.
     *
     * @throws IllegalArgumentException if both {@code activateOnArrival} and {@code fourEyes} are wanted
     */
    public CoreSettings {
        if (activateOnArrival && fourEyes) {
            throw new IllegalArgumentException(
                    "org.assay.core: activateOnArrival and fourEyes exclude each other, because with the first a pack that"
                            + " arrives becomes active without a second person; remove one of them");
        }
    }

    /**
     * Reads {@code trustedKeys}, {@code activateOnArrival}, {@code fourEyes}, {@code largeAudit}, {@code webhookAllow} and
     * {@code retentionDays} of the configuration {@code org.assay.core}; each may be left out.
     *
     * @param data the data directory
     * @param etc the folder of configuration, in which {@code assay-trust} is looked for
     */
    static CoreSettings read(Map<String, Object> configuration, Path data, Path etc) {
        return new CoreSettings(
                data,
                Path.of(text(
                        configuration, "trustedKeys", etc.resolve("assay-trust").toString())),
                flag(configuration, "activateOnArrival"),
                flag(configuration, "fourEyes"),
                Long.parseLong(text(configuration, "largeAudit", LARGE_AUDIT)),
                PATIENCE,
                AddressPolicy.of(text(configuration, "webhookAllow", "")),
                RetentionRules.read(configuration));
    }

    /**
     * How many records a network document may have: {@code maxRecords} of the configuration {@code org.assay.core}, 500,000
     * if it is left out.
     */
    static int maxRecords(Map<String, Object> configuration) {
        return Integer.parseInt(text(configuration, "maxRecords", String.valueOf(Limits.DEFAULT.records())));
    }

    private static boolean flag(Map<String, Object> configuration, String key) {
        return Boolean.parseBoolean(text(configuration, key, "false"));
    }

    private static String text(Map<String, Object> configuration, String key, String otherwise) {
        Object value = configuration.get(key);
        return value == null ? otherwise : value.toString().strip();
    }
}
