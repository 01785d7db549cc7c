package org.assay.core.internal.retention;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/**
 * For how many days facts and verdicts are kept.
 *
 * @param everywhere in every network without a rule of its own; {@link #EVER} for ever
 * @param networks in networks with a rule of their own
 */
public record RetentionRules(int everywhere, Map<String, Integer> networks) {
    /** No end. */
    public static final int EVER = 0;

    /** So many days back every date is one; more is a slip. */
    private static final int MOST = 36_500;

    private static final String KEY = "retentionDays";
    private static final String FOR_EVER = "forever";

    public RetentionRules {
        networks = Map.copyOf(networks);
    }

    /** All is kept for ever. */
    public static RetentionRules none() {
        return new RetentionRules(EVER, Map.of());
    }

    /**
     * The same for all networks.
     *
     * @throws FaultException if that is no number of days
     */
    static RetentionRules of(int days) {
        if (days < 1 || days > MOST) {
            throw new FaultException(
                    new Fault("bad-days", days + " days are out of range", "/days", 0, 0, "use 1 to " + MOST));
        }
        return new RetentionRules(days, Map.of());
    }

    /**
     * Reads {@code retentionDays} and {@code retentionDays.NETWORK}: each a number of days, or {@code forever}, which counts
     * where there is none.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static RetentionRules read(Map<String, Object> configuration) {
        int everywhere = EVER;
        Map<String, Integer> networks = new TreeMap<>();
        for (Map.Entry<String, Object> entry : configuration.entrySet()) {
            String key = entry.getKey();
            if (key.equals(KEY)) {
                everywhere = days(key, entry.getValue());
            } else if (key.startsWith(KEY + ".")) {
                networks.put(key.substring(KEY.length() + 1), days(key, entry.getValue()));
            }
        }
        return new RetentionRules(everywhere, networks);
    }

    private static int days(String key, Object value) {
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.equals(FOR_EVER)) {
            return EVER;
        }
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("org.assay.core: " + key + " is '" + text
                    + "'; write a number of days from 1 to " + MOST + ", or " + FOR_EVER);
        }
        return Integer.parseInt(text);
    }

    /** Whether anything may ever go. */
    boolean isAny() {
        return everywhere != EVER || networks.values().stream().anyMatch(days -> days != EVER);
    }

    /** The days of a network; {@link #EVER} for ever. */
    int days(String network) {
        return networks.getOrDefault(network, everywhere);
    }

    /** The rule in words. */
    static String words(int days) {
        return "kept for " + days + " days";
    }
}
