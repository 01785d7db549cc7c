package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a network is audited again whenever its last audit is not up to date any more.
 *
 * @param network its id
 * @param regimes under which regimes
 * @param setAt when that was asked for
 * @param setBy by whom
 * @param audit the last audit that was made so; null before the first
 * @param problem why the last attempt came to nothing; null if it did not
 */
public record StandingRow(
        String network,
        List<String> regimes,
        Instant setAt,
        String setBy,
        @Nullable String audit,
        @Nullable String problem) {
    public StandingRow {
        regimes = List.copyOf(regimes);
    }

    /** The same after an attempt. */
    public StandingRow tried(@Nullable String made, @Nullable String why) {
        return new StandingRow(network, regimes, setAt, setBy, made, why);
    }
}
