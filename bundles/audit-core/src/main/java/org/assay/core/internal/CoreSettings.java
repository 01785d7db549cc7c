package org.assay.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assay.core.store.Settings;
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
    private static final String PID = "org.assay.core";
    private static final List<String> FILES = List.of(PID + ".cfg", "org.assay.store.cfg");
    private static final Set<String> KNOWN = Set.of(
            "trustedKeys",
            "activateOnArrival",
            "fourEyes",
            "largeAudit",
            "maxRecords",
            "webhookAllow",
            "retentionDays",
            "retentionDays.*");
    private static final long LARGE_AUDIT = 200_000;
    /** A minute of processor time is what the cases of a pack may take; a busy machine takes longer by the clock. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * What the core is told.
     *
     * @throws IllegalArgumentException if both {@code activateOnArrival} and {@code fourEyes} are wanted
     */
    public CoreSettings {
        if (activateOnArrival && fourEyes) {
            throw new IllegalArgumentException(
                    "etc/org.assay.core.cfg: activateOnArrival and fourEyes exclude each other, because with the first a pack that"
                            + " arrives becomes active without a second person; remove one of them");
        }
    }

    /**
     * Reads {@code trustedKeys}, {@code activateOnArrival}, {@code fourEyes}, {@code largeAudit}, {@code webhookAllow} and
     * {@code retentionDays} of the configuration {@code org.assay.core}; each may be left out.
     *
     * @throws IllegalArgumentException with file, setting and what may be written, if there is another, or one has a value
     *     that is none; also if there is a file of configuration that nothing reads
     * @param data the data directory
     * @param etc the folder of configuration, in which {@code assay-trust} is looked for
     */
    static CoreSettings read(Map<String, Object> configuration, Path data, Path etc) {
        requireKnownFiles(etc);
        Settings settings = Settings.of(PID, configuration, KNOWN);
        return new CoreSettings(
                data,
                Path.of(settings.text("trustedKeys", etc.resolve("assay-trust").toString())),
                settings.flag("activateOnArrival"),
                settings.flag("fourEyes"),
                settings.number("largeAudit", LARGE_AUDIT, 0, Long.MAX_VALUE),
                PATIENCE,
                settings.value(
                        "webhookAllow", "", "ranges of addresses such as 10.20.0.0/16, by commas", AddressPolicy::of),
                RetentionRules.read(configuration));
    }

    /** A misspelt name would leave everything that the file says unread. */
    private static void requireKnownFiles(Path etc) {
        try (Stream<Path> files = Files.isDirectory(etc) ? Files.list(etc) : Stream.empty()) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("org.assay.") && name.endsWith(".cfg"))
                    .filter(name -> !FILES.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("etc/" + name + ": nothing reads this file; Assay reads "
                                + String.join(" and ", FILES) + ": rename it, or remove it");
                    });
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + etc + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * How many records a network document may have: {@code maxRecords} of the configuration {@code org.assay.core}, 500,000
     * if it is left out.
     */
    static int maxRecords(Map<String, Object> configuration) {
        return (int) Settings.of(PID, configuration, KNOWN)
                .number("maxRecords", Limits.DEFAULT.records(), 1, Integer.MAX_VALUE);
    }
}
