package org.assay.engine.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;

/** The packs and example networks of this repository. */
public final class Examples {
    private static final Path ROOT = Path.of("..", "..");

    private Examples() {}

    /** The pack of a regime for 2026. */
    public static RuleSet rules(String regime) throws IOException {
        Path file = ROOT.resolve("bundles/regime-" + regime + "/src/main/packs/" + regime + "-2026.1.0.yaml");
        return RuleSet.compile(PackReader.read(Files.readAllBytes(file)));
    }

    /** An example network, with the facts that a pack declares. */
    public static NetworkFacts facts(RuleSet rules, String example) throws IOException {
        FactModel model = FactModel.core()
                .withDeclarations(rules.pack().regime(), rules.pack().facts());
        byte[] bytes = Files.readAllBytes(ROOT.resolve("examples/" + example + ".json"));
        return new NetworkReader(model)
                .readJson(new ByteArrayInputStream(bytes))
                .facts();
    }
}
