package org.assay.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** Small packs for tests of procedures and of whatever else a pack has, and the case that they make of given facts. */
public final class ProcedurePacks {
    /** What every pack begins with; seven lines. */
    public static final String HEAD =
            """
            regime: xx-test
            version: 1.0.0
            language: 1
            inForce: {from: 2020-01-01}
            timeZone: Europe/Paris
            title: A test
            authority: Nobody
            """;

    /** A pack must have a rule. */
    private static final String RULE =
            """
            requirements:
              - id: XX-1
                title: Nothing
                binding: law
                severity: low
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide: [{then: PASS}]
                cases: [{asOf: 2026-03-01, given: {components: [{id: c}]}, expect: PASS}]
            """;

    private ProcedurePacks() {}

    /**
     * A pack that is not compiled.
     *
     * @param middle its procedures, and what they need
     */
    public static RulePack pack(String middle) {
        return pack(middle, RULE);
    }

    static RulePack pack(String middle, String rules) {
        return PackReader.read(bytes(middle, rules));
    }

    static byte[] bytes(String middle, String rules) {
        return (HEAD + middle + rules).getBytes(StandardCharsets.UTF_8);
    }

    static RuleSet rules(String middle) {
        return RuleSet.compile(pack(middle));
    }

    static AuditTerms on(String day) {
        LocalDate asOf = LocalDate.parse(day);
        return new AuditTerms(asOf, asOf, Map.of());
    }

    static PreparedFacts facts(RuleSet rules, Map<String, Object> given) {
        return PreparedFacts.of(TrialRunner.facts(rules.pack(), given));
    }

    /** Every case, which both evaluators tell alike. */
    static List<ProcedureCase> cases(RuleSet rules, Map<String, Object> given, String day) {
        PreparedFacts facts = facts(rules, given);
        List<ProcedureCase> cases =
                new Interpreter().open(rules, facts, on(day)).cases();
        assertThat(new CompiledEvaluator().open(rules, facts, on(day)).cases()).isEqualTo(cases);
        return cases;
    }

    /** The only case. */
    static ProcedureCase only(RuleSet rules, Map<String, Object> given, String day) {
        List<ProcedureCase> cases = cases(rules, given, day);
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }
}
