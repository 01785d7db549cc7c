package org.assay.engine.internal.measure;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Optional;
import java.util.function.Function;
import org.assay.engine.internal.world.Unknown;

/** What an expression sees under {@code measures}. */
public final class MeasureRoot extends StructValue<String, Object> {
    private final Function<String, Object> measures;

    MeasureRoot(Function<String, Object> measures) {
        this.measures = measures;
    }

    @Override
    public Object select(String name) {
        return Unknown.toCel(measures.apply(name));
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.of(select(name));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }
}
