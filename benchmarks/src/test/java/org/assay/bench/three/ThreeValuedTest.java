package org.assay.bench.three;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.assay.api.Outcome;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.two.TwoValued;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.api.Test;

/** The rules by hand say what the interpreter says, holes and all. */
class ThreeValuedTest {
    private static final int COMPONENTS = 3_000;

    @Test
    void theRulesByHandGiveTheSameClausesWhereFactsAreMissing() {
        Inventory inventory = new Inventory(Spec.withHoles(COMPONENTS));
        RulePack pack = ThreeValued.pack();
        NetworkFacts facts = TwoValued.facts(inventory);

        VerdictMatrix reference = new Interpreter()
                .open(RuleSet.compile(pack), facts, TwoValued.terms())
                .evaluate(done -> {});
        byte[][] byHand = new byte[ThreeValued.RULES][COMPONENTS];
        new FullJava(pack, inventory, TwoValued.units(inventory)).evaluate(byHand);

        ThreeValued.requireSame(reference, byHand);
        assertThat(reference.counts().keySet())
                .as("every outcome but that of a rule that broke")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Outcome.ERROR)));
    }

    @Test
    void theCasesOfThePackHold() {
        assertThat(new PackLoader(new Interpreter()).load(ThreeValued.yaml()).cases())
                .hasSize(48);
    }
}
