package org.assay.engine.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network-wide aggregate over components.
 *
 * @param function what it computes
 * @param argument what is counted, shared, keyed or compared: a condition for count, share and any; a key for shares; a
 *     value for min and max
 * @param of the condition that a component must meet to belong to the whole; null for all components
 * @param by the weights: {@code count}, {@code sites}, {@code busyHourTraffic}, {@code yearlyTraffic}, {@code premises}
 * @param per the keys by which components are grouped; empty for one group
 * @param at where it stands in the file
 */
public record MeasureDef(
        Function function, Expr argument, @Nullable Expr of, List<String> by, List<Expr> per, Position at) {

    /** What a measure computes. */
    public enum Function {
        COUNT,
        SHARE,
        SHARES,
        MIN,
        MAX,
        ANY
    }

    public MeasureDef {
        by = List.copyOf(by);
        per = List.copyOf(per);
    }
}
