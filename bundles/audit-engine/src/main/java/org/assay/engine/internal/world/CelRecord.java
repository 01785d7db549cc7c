package org.assay.engine.internal.world;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Optional;

/** Anything with named fields as CEL sees it; what a field gives is the only thing in which they differ. */
public abstract class CelRecord extends StructValue<String, Object> {

    @Override
    public final Optional<Object> find(String field) {
        return Optional.ofNullable(select(field));
    }

    @Override
    public final Object value() {
        return this;
    }

    @Override
    public final boolean isZeroValue() {
        return false;
    }

    /** The checker has typed every expression before it runs. */
    @Override
    public final CelType celType() {
        return SimpleType.DYN;
    }
}
