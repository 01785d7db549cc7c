package org.assay.bench.inventory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a generated network: {@code COMPONENTS HOLES SEED NETWORK-ID FILE.ndjson}. The same arguments give the same bytes.
 * For FILE {@code -.ndjson} and {@code -.csv} stand for standard output, the latter for a table of the components alone.
 */
public final class Generate {
    private Generate() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("wanted: COMPONENTS HOLES SEED NETWORK-ID FILE.ndjson");
        }
        Spec spec = new Spec(Integer.parseInt(args[0]), Double.parseDouble(args[1]), Long.parseLong(args[2]));
        Inventory inventory = new Inventory(spec);
        switch (args[4]) {
            case "-.ndjson" -> NetworkFile.write(inventory, args[3], new BufferedOutputStream(System.out, 1 << 16));
            case "-.csv" -> ComponentTable.write(inventory, System.out);
            default -> NetworkFile.write(inventory, args[3], Path.of(args[4]));
        }
    }
}
