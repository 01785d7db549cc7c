package org.assay.rest.internal.view;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.core.Verdict;
import org.assay.engine.facts.Days;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** A verdict as the API writes it, in the language of the caller. */
public record VerdictJson(
        String regime,
        String requirement,
        String title,
        SubjectJson subject,
        Outcome outcome,
        @Nullable String code,
        String severity,
        String binding,
        @Nullable String due,
        boolean settled,
        boolean historic,
        @Nullable String because,
        WaiverJson.@Nullable Ref waiver,
        @Nullable String remedy,
        List<MissingJson> missing) {
    public VerdictJson {
        missing = List.copyOf(missing);
    }

    /** From what core knows. */
    public static VerdictJson of(Verdict verdict, Languages languages) {
        return new VerdictJson(
                verdict.regime(),
                verdict.requirement(),
                languages.of(verdict.title()),
                SubjectJson.of(verdict.subject()),
                verdict.outcome(),
                Words.orNone(verdict.code()),
                Words.of(verdict.severity()),
                Words.of(verdict.binding()),
                verdict.due() == null ? null : Days.print(verdict.due()),
                verdict.settled(),
                verdict.historic(),
                Words.orNone(languages.of(verdict.because())),
                WaiverJson.Ref.of(verdict.waiver()),
                Words.orNone(languages.of(verdict.remedy())),
                MissingJson.of(verdict.asks(), languages));
    }
}
