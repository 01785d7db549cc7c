package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.Verdict;
import org.assay.engine.consequence.Reached;
import org.assay.rest.internal.call.Languages;

/** A fact that is missing: whom to ask what. */
public record MissingJson(String path, String of, String question) {
    static List<MissingJson> of(List<Verdict.MissingFact> missing, Languages languages) {
        return missing.stream()
                .map(some -> new MissingJson(
                        some.path(), some.ask().of(), languages.of(some.ask().questions())))
                .toList();
    }

    static List<MissingJson> of(List<Reached.Missing> missing) {
        return missing.stream()
                .map(some ->
                        new MissingJson(some.path(), some.ask().of(), some.ask().question()))
                .toList();
    }
}
