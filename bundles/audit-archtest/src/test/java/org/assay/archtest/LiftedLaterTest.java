package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.CaseMove;
import org.assay.engine.procedure.ProcedureCase;
import org.junit.jupiter.api.Test;

/** A German prohibition that is to be lifted from a later day stays late since its own day. */
class LiftedLaterTest {
    private static final LocalDate LIFTED = LocalDate.parse("2026-06-02");

    @Test
    void theClockWithTheTaskStrikesOnceOnTheDayOfTheProhibition() throws IOException {
        RuleSet rules = Examples.speaking()
                .filter(some -> some.pack().regime().equals("de-bsi"))
                .findFirst()
                .orElseThrow();
        Procedure.Trial trial = rules.pack().procedures().stream()
                .filter(procedure -> procedure.name().equals("examination"))
                .flatMap(procedure -> procedure.trials().stream())
                .filter(some ->
                        some.name().equals("still in service, to be lifted from a later day, then from an earlier one"))
                .findFirst()
                .orElseThrow();
        PreparedFacts facts = PreparedFacts.of(TrialRunner.facts(rules.pack(), trial.given()));
        ProcedureCase one = new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(LIFTED, LIFTED, Map.of())).cases().stream()
                        .filter(some -> some.procedure().equals("examination"))
                        .findFirst()
                        .orElseThrow();
        assertThat(one.history())
                .filteredOn(move -> move.evidence().isEmpty() && move.to().equals("PROHIBITED_IN_USE"))
                .extracting(CaseMove::day)
                .containsExactly(LocalDate.parse("2026-05-01"));
        assertThat(one.state()).hasValue("PROHIBITED_IN_USE");
    }
}
