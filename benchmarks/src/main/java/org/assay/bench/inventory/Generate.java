package org.assay.bench.inventory;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a generated network: {@code COMPONENTS HOLES SEED NETWORK-ID FILE.ndjson}. The same arguments give the same bytes. */
public final class Generate {
    private Generate() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("wanted: COMPONENTS HOLES SEED NETWORK-ID FILE.ndjson");
        }
        Spec spec = new Spec(Integer.parseInt(args[0]), Double.parseDouble(args[1]), Long.parseLong(args[2]));
        NetworkFile.write(new Inventory(spec), args[3], Path.of(args[4]));
    }
}
