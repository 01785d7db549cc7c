package org.assay.engine.internal.measure;

import java.util.function.Function;
import org.assay.engine.internal.world.CelRecord;
import org.assay.engine.internal.world.Unknown;

/** What an expression sees under {@code measures}. */
public final class MeasureRoot extends CelRecord {
    /** The name under which expressions see it. */
    public static final String NAME = "measures";

    private final Function<String, Object> measures;

    MeasureRoot(Function<String, Object> measures) {
        this.measures = measures;
    }

    @Override
    public Object select(String name) {
        return Unknown.toCel(measures.apply(name));
    }
}
