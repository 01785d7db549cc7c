package org.assay.engine.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one sort of record.
 *
 * @param name {@code component}, {@code Software}, or a generated name for a record that a pack declares
 * @param fields by name, in the order of their declaration
 */
public record RecordType(String name, Map<String, FieldDef> fields) {
    public RecordType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The field of that name, if there is one. */
    public Optional<FieldDef> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Of the name alone: every record carries its type, and is hashed often. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
