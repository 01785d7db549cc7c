package org.assay.engine.facts;

import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * All records of one kind in id order: a row each, a column for each fact. Immutable and thread-safe. What only looks at
 * facts reads the columns, which need no object for a record.
 */
public interface FactTable {
    /** How many records there are. */
    int rows();

    /** The id of a record. */
    String id(int row);

    /** The row of an id; below 0 if there is none. */
    int row(String id);

    /** One record, made anew by some tables each time. */
    FactRecord record(int row);

    /**
     * A fact of all records.
     *
     * @param path a field of the kind ({@code status}); with dots a field of a record within it ({@code software.version},
     *     missing where the record is); {@code facts} for all that packs declared, a map by regime of maps by name;
     *     {@code facts.<regime>.<name>} for one of these. It does not lead into lists
     * @throws IllegalArgumentException if the kind has no such field
     */
    FactColumn column(String path);

    /** The same records with other facts that packs declared; a record without any stays as it is. */
    FactTable withFacts(UnaryOperator<Map<String, Map<String, Object>>> fitting);

    /** The records by id; they are made when they are asked for. */
    default SortedMap<String, FactRecord> asMap() {
        return new FactMap(this, 0, rows());
    }
}
