package org.assay.core;

import java.io.IOException;
import java.io.OutputStream;

/** Back-ups of all state but tokens, keys and secrets. Thread-safe. */
public interface Backups {

    /**
     * Writes a zip file with everything there is at one moment; work goes on meanwhile. It is brought back by a start with an
     * empty database and the file as {@code restore.zip} in the data directory, whatever kind of database that is.
     */
    void write(OutputStream out) throws IOException;
}
