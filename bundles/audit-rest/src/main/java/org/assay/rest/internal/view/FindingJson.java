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
        RequirementJson.Source source,
        List<Fact> facts,
        @Nullable String consequence,
        String addressee,
        List<String> concerns) {

    /** From what core knows. */
    public static FindingJson of(Finding finding, Languages languages) {
        return new FindingJson(
                VerdictJson.of(finding.verdict(), languages),
                RequirementJson.Source.of(finding.source()),
                Fact.of(finding.facts()),
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
}
