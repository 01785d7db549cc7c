package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.Finding;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.engine.facts.Ask;

/** What the audits in memory came to. */
final class FakeVerdicts {
    private FakeVerdicts() {}

    static Verdict verdict(int i) {
        return new Verdict(
                "de-bsi",
                "DE-TKG-165-4-CERT",
                Map.of("en", "Certification before first use", "de", "Zertifizierung vor dem Einsatz"),
                new Subject("component", "amf-" + (i + 1)),
                i % 2 == 0 ? Outcome.FAIL : Outcome.PASS,
                Severity.CRITICAL,
                Binding.LAW,
                i % 2 == 0 ? "" : "LEGACY",
                i % 2 == 0 ? Map.of("en", "=no certificate, before \"first use\"") : Map.of(),
                i % 2 == 0 ? LocalDate.parse("2026-12-31") : null,
                false,
                false,
                i % 2 == 0 ? Map.of("en", "have it certified") : Map.of(),
                i % 2 == 0
                        ? List.of(new Verdict.MissingFact("component.load", new Ask("operator", "How much traffic?")))
                        : List.of(),
                i % 4 == 0
                        ? new Verdict.Waiver(
                                FakeWaivers.KNOWN, "=Eve", "replaced", "bob", LocalDate.parse("2026-12-31"))
                        : null);
    }

    static Finding finding(Verdict verdict) {
        return new Finding(
                verdict,
                Addressee.OPERATOR,
                new LegalSource("TKG", "§ 165(4)", "", LegalSource.Mark.SEEN),
                Map.of("en", "a fine"),
                List.of(
                        new Finding.FactUsed("component.firstUse", "2026-02-01"),
                        new Finding.FactUsed("component.load", "(missing)")),
                List.of("amf-1"));
    }

    static List<SubjectView.Clause> clauses() {
        Finding.FactUsed used = new Finding.FactUsed("component.firstUse", "2026-02-01");
        return List.of(
                new SubjectView.Clause(
                        1,
                        "component.firstUse < date('2026-01-01')",
                        "false",
                        Outcome.NOT_APPLICABLE,
                        Map.of("en", "in use before the duty began"),
                        false,
                        List.of(used),
                        ""),
                new SubjectView.Clause(2, "", "true", Outcome.FAIL, Map.of(), true, List.of(), ""));
    }
}
