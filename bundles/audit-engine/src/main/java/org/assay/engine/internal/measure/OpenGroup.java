package org.assay.engine.internal.measure;

import java.util.Collection;
import java.util.Set;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.CelRecord;
import org.assay.engine.internal.world.Unknown;
import org.assay.engine.pack.MeasureDef;

/**
 * The group of a component that may be in any, because one of its keys is missing: all of its fields are unknown. CEL takes
 * no unknown value as a record, so it is a record of unknown values. Immutable.
 */
final class OpenGroup extends CelRecord {
    private final Unknown value;
    private final Set<String> records;

    private OpenGroup(Unknown value, Set<String> records) {
        this.value = value;
        this.records = records;
    }

    /** What a rule sees of a measure whose group is open because these facts are missing. */
    static Object of(CompiledMeasure measure, Collection<String> missing) {
        Unknown value = Unknown.of(missing);
        boolean byKey = measure.def().function() == MeasureDef.Function.SHARES;
        return measure.isWeighed() ? new OpenGroup(value, byKey ? Set.copyOf(measure.weights()) : Set.of()) : value;
    }

    @Override
    public Object select(String field) {
        return records.contains(field) ? new OpenGroup(value, Set.of()) : Unknown.toCel(value);
    }

    @Override
    public String toString() {
        return Template.print(value);
    }
}
