package org.assay.engine.internal.world;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.List;

/**
 * A list on its way into an expression, whose elements are what CEL works with. CEL goes through a bare list at each step of
 * its way to convert its elements; this it takes as it is.
 *
 * @see #of
 */
public final class Given extends CelValue {
    private final List<?> list;

    private Given(List<?> list) {
        this.list = list;
    }

    /** A list of records, or of whatever else CEL has no form of its own for. */
    public static Given of(List<?> list) {
        return new Given(list);
    }

    @Override
    public Object value() {
        return list;
    }

    @Override
    public boolean isZeroValue() {
        return list.isEmpty();
    }

    /** The checker has typed every expression before it runs. */
    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }
}
