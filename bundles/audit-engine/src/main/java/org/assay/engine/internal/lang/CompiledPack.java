package org.assay.engine.internal.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.RulePack;

/**
 * A pack ready to run. Immutable and thread-safe.
 *
 * @param pack as written
 * @param schema what it knows of facts
 * @param rules its requirements, in id order
 * @param measures its measures by name
 * @param procedures its procedures, in the order of the file
 * @param dossiers its dossiers, in the order of the file
 */
public record CompiledPack(
        RulePack pack,
        PackSchema schema,
        List<CompiledRule> rules,
        Map<String, CompiledMeasure> measures,
        List<CompiledProcedure> procedures,
        List<CompiledDossier> dossiers) {
    public CompiledPack {
        rules = List.copyOf(rules);
        measures = Map.copyOf(measures);
        procedures = List.copyOf(procedures);
        dossiers = List.copyOf(dossiers);
    }

    /**
     * Compiles a pack.
     *
     * @throws org.assay.engine.fault.FaultException with everything that is wrong with its expressions
     */
    public static CompiledPack of(RulePack pack) {
        return new RuleCompiler(pack).compile();
    }

    /** The rule of a requirement, if there is one. */
    public Optional<CompiledRule> rule(String requirement) {
        return rules.stream()
                .filter(rule -> rule.requirement().id().equals(requirement))
                .findFirst();
    }

    /** The same pack with one of its rules only. */
    public CompiledPack only(String requirement) {
        CompiledRule one = rule(requirement)
                .orElseThrow(() -> new IllegalArgumentException(pack.regime() + " has no requirement " + requirement));
        return new CompiledPack(pack, schema, List.of(one), measures, procedures, dossiers);
    }
}
