package org.assay.bench.three;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** The pack of ten rules, and how its verdicts are compared with those by hand. */
public final class ThreeValued {
    /** How many rules there are. */
    public static final int RULES = 10;

    private ThreeValued() {}

    /** The pack's bytes. */
    public static byte[] yaml() {
        try (InputStream in = ThreeValued.class.getResourceAsStream("/org/assay/bench/three-valued.yaml")) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The pack. */
    public static RulePack pack() {
        return PackReader.read(yaml());
    }

    /**
     * Requires equal verdicts.
     *
     * @throws IllegalStateException that names the first rule and component that differ
     */
    public static void requireSame(VerdictMatrix wanted, byte[][] given) {
        int rule = 0;
        for (VerdictMatrix.Row row : wanted.rows().values()) {
            for (int i = 0; i < given[rule].length; i++) {
                if (row.cell(i) != (given[rule][i] & 0xFF)) {
                    throw new IllegalStateException("hand-full says %d of component %d in %s, ours %d"
                            .formatted(given[rule][i] & 0xFF, i, row.requirement(), row.cell(i)));
                }
            }
            rule++;
        }
    }
}
