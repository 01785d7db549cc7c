package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.core.RequirementView;
import org.assay.engine.eval.RequirementNeeds;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Days;

/** A requirement of any regime. */
final class FakeRequirement {
    private FakeRequirement() {}

    static RequirementView of(String regime, String id) {
        return new RequirementView(
                regime,
                id,
                Map.of("en", "Certification before first use", "de", "Zertifizierung vor dem Einsatz"),
                Map.of(),
                Binding.LAW,
                Severity.CRITICAL,
                Addressee.OPERATOR,
                "component",
                LocalDate.parse("2026-01-01"),
                Days.NEVER,
                new LegalSource("TKG", "§ 165(4)", "", LegalSource.Mark.SEEN),
                Map.of("en", "a fine"),
                true,
                LocalDate.parse("2025-12-31"),
                new RequirementNeeds(
                        List.of("component.firstUse"),
                        List.of("certificate"),
                        List.of(new RequirementNeeds.Question(
                                "component.firstUse", new Ask("operator", "Since when is it used?")))),
                List.of(
                        new RequirementView.Clause(
                                "component.firstUse < date('2026-01-01')",
                                Outcome.NOT_APPLICABLE,
                                "LEGACY",
                                Severity.CRITICAL,
                                Map.of("en", "in use before"),
                                Map.of(),
                                ""),
                        new RequirementView.Clause(
                                "",
                                Outcome.WARN,
                                "",
                                Severity.HIGH,
                                Map.of("en", "not certified"),
                                Map.of("en", "have it certified"),
                                "component.plannedUse")));
    }
}
