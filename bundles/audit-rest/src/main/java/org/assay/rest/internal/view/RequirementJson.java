package org.assay.rest.internal.view;

import java.util.Map;
import org.assay.api.LegalSource;
import org.assay.core.RequirementView;
import org.jspecify.annotations.Nullable;

/** A requirement as the API writes it. */
public record RequirementJson(
        String id,
        Map<String, String> title,
        @Nullable Map<String, String> text,
        String binding,
        String severity,
        String addressee,
        String subject,
        IntervalJson inForce,
        Source source,
        @Nullable Map<String, String> consequence,
        boolean removal) {

    /** From what core knows. */
    public static RequirementJson of(RequirementView requirement) {
        return new RequirementJson(
                requirement.id(),
                requirement.title(),
                Words.orNone(requirement.text()),
                Words.of(requirement.binding()),
                Words.of(requirement.severity()),
                Words.of(requirement.addressee()),
                requirement.subject(),
                IntervalJson.of(requirement.from(), requirement.to()),
                Source.of(requirement.source()),
                Words.orNone(requirement.consequence()),
                requirement.removal());
    }

    /** Where it is written. */
    public record Source(String act, String section, @Nullable String url, String mark) {
        static Source of(LegalSource source) {
            return new Source(source.act(), source.section(), Words.orNone(source.url()), Words.of(source.mark()));
        }
    }
}
