package org.assay.bench.two;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.NetworkFile;
import org.assay.bench.inventory.Unit;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** The pack of thirty rules, and how its verdicts are compared with those of others. */
public final class TwoValued {
    /** How many rules there are. */
    public static final int RULES = 30;

    private static final int ENOUGH = 2_000_000;

    private TwoValued() {}

    /** The pack's bytes. */
    public static byte[] yaml() {
        try (InputStream in = TwoValued.class.getResourceAsStream("/org/assay/bench/two-valued.yaml")) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The pack. */
    public static RulePack pack() {
        return PackReader.read(yaml());
    }

    /** The facts of an inventory as the product reads them. */
    public static NetworkFacts facts(Inventory inventory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            NetworkFile.write(inventory, "bench", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return reader().readNdjson(new ByteArrayInputStream(bytes.toByteArray()))
                .facts();
    }

    /** A reader for networks of any size measured here. */
    public static NetworkReader reader() {
        Limits usual = Limits.DEFAULT;
        return new NetworkReader(
                FactModel.core(),
                new Limits(
                        usual.documentBytes(),
                        usual.recordBytes(),
                        ENOUGH,
                        usual.depth(),
                        usual.entries(),
                        usual.textLength(),
                        usual.faults()));
    }

    /** The components of an inventory as the rules by hand read them. */
    public static Unit[] units(Inventory inventory) {
        return inventory.units().toArray(Unit[]::new);
    }

    /** On what terms everything is judged. */
    public static AuditTerms terms() {
        return new AuditTerms(Inventory.DAY, Inventory.DAY, Map.of());
    }

    /** What an evaluator of ours says, one word a component. */
    public static long[] masks(Evaluator evaluator, RuleSet rules, NetworkFacts facts) {
        return masks(evaluator.open(rules, facts, terms()).evaluate(done -> {}));
    }

    /**
     * A matrix as one word a component.
     *
     * @throws IllegalStateException if a verdict is neither PASS nor FAIL by a clause
     */
    public static long[] masks(VerdictMatrix matrix) {
        int rule = 0;
        long[] masks = new long[0];
        for (VerdictMatrix.Row row : matrix.rows().values()) {
            masks = masks.length == 0 ? new long[row.cells().length] : masks;
            for (int i = 0; i < masks.length; i++) {
                int cell = row.cell(i);
                if (cell > 1) {
                    throw new IllegalStateException(
                            row.requirement() + " says " + row.outcome(i) + " of component " + i);
                }
                masks[i] |= (1L - cell) << rule;
            }
            rule++;
        }
        return masks;
    }

    /**
     * Requires equal verdicts.
     *
     * @throws IllegalStateException that names the first component and the rules that differ
     */
    public static void requireSame(String who, long[] wanted, long[] given) {
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != given[i]) {
                throw new IllegalStateException("%s differs on component %d in rules %s"
                        .formatted(who, i, Long.toBinaryString(wanted[i] ^ given[i])));
            }
        }
        if (wanted.length != given.length) {
            throw new IllegalStateException(who + " judged " + given.length + " of " + wanted.length + " components");
        }
    }
}
