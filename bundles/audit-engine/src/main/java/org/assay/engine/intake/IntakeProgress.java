package org.assay.engine.intake;

/** Is told now and then how far a document has been read, by the thread that reads it. */
@FunctionalInterface
public interface IntakeProgress {
    /**
     * So much was read.
     *
     * @param records that were looked at
     * @param bytes that were taken from the stream, some of which may be ahead of the records
     */
    void at(long records, long bytes);
}
