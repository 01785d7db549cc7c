package org.assay.rest.internal.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.assay.core.Finding;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** A verdict with all that somebody needs to act on it, as the API writes it. */
public record FindingJson(
        @JsonUnwrapped VerdictJson verdict,
        @Nullable String remedy,
        RequirementJson.Source source,
        List<Fact> facts,
        List<Missing> missing,
        @Nullable String consequence,
        String addressee,
        List<String> concerns) {

    /** From what core knows. */
    public static FindingJson of(Finding finding, Languages languages) {
        return new FindingJson(
                VerdictJson.of(finding.verdict(), languages),
                Words.orNone(languages.of(finding.remedy())),
                RequirementJson.Source.of(finding.source()),
                Fact.of(finding.facts()),
                finding.asks().stream()
                        .map(missing -> Missing.of(missing, languages))
                        .toList(),
                Words.orNone(languages.of(finding.consequence())),
                Words.of(finding.addressee()),
                finding.concerns());
    }

    /** A fact that a rule read; its value is left out where it is missing. */
    public record Fact(String path, @Nullable String value) {
        /** What core and engine write in place of a value. */
        private static final Set<String> NOTHING = Set.of("(missing)", "(not there)");

        static List<Fact> of(List<Finding.FactUsed> facts) {
            return facts.stream()
                    .map(fact -> new Fact(fact.path(), NOTHING.contains(fact.value()) ? null : fact.value()))
                    .toList();
        }
    }

    /** A fact that is missing: whom to ask what. */
    public record Missing(String path, String of, String question) {
        static Missing of(Finding.MissingFact missing, Languages languages) {
            return new Missing(
                    missing.path(),
                    missing.ask().of(),
                    languages.of(missing.ask().questions()));
        }
    }
}
