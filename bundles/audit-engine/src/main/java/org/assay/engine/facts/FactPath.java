package org.assay.engine.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the path of a column. Stateless. */
public final class FactPath {
    /** The name under which a record holds what packs declare. */
    public static final String FACTS = "facts";

    private FactPath() {}

    /**
     * Refuses a path that leads nowhere.
     *
     * @throws IllegalArgumentException if the type has no such field
     */
    public static void require(RecordType type, List<String> steps) {
        FactType at = new FactType.Nested(type);
        if (steps.get(0).equals(FACTS)) {
            return;
        }
        for (String step : steps) {
            FieldDef field = at instanceof FactType.Nested nested
                    ? nested.type().fields().get(step)
                    : null;
            if (field == null) {
                throw new IllegalArgumentException(type.name() + " has no field " + String.join(".", steps));
            }
            at = field.type();
        }
    }

    /** What a record has at a path; null where it has nothing. */
    static @Nullable Object of(FactRecord record, List<String> steps) {
        boolean declared = steps.get(0).equals(FACTS);
        if (declared && record.regimeFacts().isEmpty()) {
            return null;
        }
        return declared ? follow(record.regimeFacts(), steps.subList(1, steps.size())) : follow(record, steps);
    }

    /** What lies within a value at a path; null where nothing does. */
    public static @Nullable Object follow(@Nullable Object value, List<String> steps) {
        Object at = value;
        for (String step : steps) {
            if (at instanceof FactRecord record) {
                at = record.values().get(step);
            } else {
                at = at instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return at;
    }
}
