package org.assay.rest.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Writes a stream of rows, all of them or none that pass for all: where fewer or more came than were promised in the
 * head, the connection breaks instead of ending as if it were whole.
 */
final class Rows {
    private Rows() {}

    /** What feeds the rows of a list to somebody. */
    interface Source<R> {
        /** Gives every row in order. */
        void forEach(Consumer<R> sink);
    }

    /** How one row is written. */
    interface Row<R> {
        /** Writes it. */
        void write(R row) throws IOException;
    }

    static <R> void write(Source<R> source, long promised, Row<R> row, OutputStream out) throws IOException {
        long[] written = {0};
        try {
            source.forEach(item -> {
                put(row, item);
                written[0]++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (written[0] != promised) {
            throw new IOException(promised + " rows were promised and " + written[0] + " were there");
        }
        out.flush();
    }

    private static <R> void put(Row<R> row, R item) {
        try {
            row.write(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
