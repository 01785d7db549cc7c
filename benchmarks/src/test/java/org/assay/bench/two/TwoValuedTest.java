package org.assay.bench.two;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.NetworkFile;
import org.assay.bench.inventory.Spec;
import org.assay.bench.inventory.Unit;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** Whoever is measured says the same. */
class TwoValuedTest {
    private static final int COMPONENTS = 1_500;

    @Test
    void everyWayOfWritingTheThirtyRulesGivesTheSameVerdicts() {
        Inventory inventory = new Inventory(Spec.complete(COMPONENTS));
        RulePack pack = TwoValued.pack();
        RuleSet rules = RuleSet.compile(pack);
        NetworkFacts facts = TwoValued.facts(inventory);
        Unit[] units = TwoValued.units(inventory);
        Register register = new Register(pack, inventory);

        long[] reference = TwoValued.masks(new Interpreter(), rules, facts);
        long[] plain = new long[COMPONENTS];
        new PlainJava(register).evaluate(units, plain);
        long[] fused = new long[COMPONENTS];
        new FusedJava(register, units).evaluate(fused);
        long[] columnar = new long[COMPONENTS];
        new ColumnarJava(register, units).evaluate(columnar);

        assertThat(TwoValued.masks(new CompiledEvaluator(), rules, facts)).isEqualTo(reference);
        assertThat(plain).isEqualTo(reference);
        assertThat(fused).isEqualTo(reference);
        assertThat(columnar).isEqualTo(reference);
        assertThat(RuleCounts.of(reference))
                .allSatisfy(count -> assertThat(count).isBetween(1, COMPONENTS - 1));
    }

    @Test
    void theCasesOfThePackHold() {
        var loaded = new PackLoader(new Interpreter()).load(TwoValued.yaml());

        assertThat(loaded.cases()).hasSize(2 * TwoValued.RULES);
    }

    @Test
    void theSameSeedMakesTheSameFile() throws IOException {
        assertThat(written(Spec.withHoles(200))).isEqualTo(written(Spec.withHoles(200)));
        assertThat(written(Spec.withHoles(200))).isNotEqualTo(written(new Spec(200, 0.05, 8)));
    }

    private static String written(Spec spec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NetworkFile.write(new Inventory(spec), "net", bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
