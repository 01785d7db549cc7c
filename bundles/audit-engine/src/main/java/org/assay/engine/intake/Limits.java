package org.assay.engine.intake;

/**
 * How much a reader takes before it refuses.
 *
 * @param documentBytes of a JSON document
 * @param recordBytes of one record of an NDJSON or CSV document
 * @param records in all
 * @param depth of arrays and objects inside one another, the document's own two levels not counted
 * @param entries of one list or object
 * @param textLength of one text, in characters
 * @param faults that are collected before reading stops
 */
public record Limits(
        long documentBytes, int recordBytes, int records, int depth, int entries, int textLength, int faults) {
    /** What the product uses where nothing else is configured. */
    public static final Limits DEFAULT = new Limits(64L << 20, 64 << 10, 500_000, 16, 10_000, 4_000, 200);

    /** For what was taken once and is read back, whatever its size: other ways in have other limits. */
    public static final Limits STORED =
            new Limits(Long.MAX_VALUE, 256 << 20, Integer.MAX_VALUE, 100, Integer.MAX_VALUE, 1_000_000, 10);

    public Limits {
        if (documentBytes < 1 || recordBytes < 1 || records < 1 || depth < 1 || entries < 1 || faults < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
        if (textLength < 1 || textLength > 1_000_000) {
            throw new IllegalArgumentException("texts are limited to between 1 and 1,000,000 characters");
        }
    }

    /** The same with another limit on the number of records: a national network has millions, some 60 bytes each. */
    public Limits withRecords(int most) {
        return new Limits(documentBytes, recordBytes, most, depth, entries, textLength, faults);
    }

    /** The same with another limit on JSON documents. */
    public Limits withDocumentBytes(long bytes) {
        return new Limits(bytes, recordBytes, records, depth, entries, textLength, faults);
    }
}
