package org.assay.rest.internal.view;

import java.util.List;
import org.assay.engine.consequence.Reached;

/** A fact that is missing: whom to ask what. */
public record MissingJson(String path, String of, String question) {
    static List<MissingJson> of(List<Reached.Missing> missing) {
        return missing.stream()
                .map(some ->
                        new MissingJson(some.path(), some.ask().of(), some.ask().question()))
                .toList();
    }
}
