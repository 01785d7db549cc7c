package org.assay.engine.internal.lang;

import java.util.List;
import org.assay.engine.pack.MeasureDef;
import org.jspecify.annotations.Nullable;

/**
 * A measure whose expressions are ready to run.
 *
 * @param name its name
 * @param def as written
 * @param argument what is counted, shared or compared
 * @param of the condition to belong to the whole; null for all components
 * @param per the keys
 */
public record CompiledMeasure(
        String name, MeasureDef def, Compiled argument, @Nullable Compiled of, List<Compiled> per) {
    public CompiledMeasure {
        per = List.copyOf(per);
    }

    /** Whether it has a share by each weight, and not one value. */
    public boolean isWeighed() {
        return def.function() == MeasureDef.Function.SHARE || def.function() == MeasureDef.Function.SHARES;
    }

    /** Whether it is the earliest of some days, which of none is after every day. */
    public boolean isEarliest() {
        return def.function() == MeasureDef.Function.MIN && argument.type().equals(Types.DATE);
    }

    /** The weights of shares; counted where the pack does not say. */
    public List<String> weights() {
        return def.by().isEmpty() ? List.of("count") : def.by();
    }
}
