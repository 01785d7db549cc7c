package org.assay.archtest;

import java.util.List;
import java.util.stream.Stream;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.RequirementNeeds;

/** Holds what the clauses of a rule read and ask in fact against what its requirement says that it may. */
final class NamedFacts {
    private NamedFacts() {}

    static List<String> unnamed(RequirementNeeds needs, Explanation why) {
        Stream<String> facts = why.clauses().stream()
                .flatMap(clause -> clause.facts().stream())
                .map(fact -> path(fact.path()))
                .filter(path -> needs.facts().stream().noneMatch(named -> within(named, path)));
        Stream<String> questions = why.missing().stream()
                .filter(missing -> needs.questions().stream()
                        .noneMatch(question -> question.ask().question().equals(missing.question())
                                || missing.path().endsWith("/" + question.path())))
                .map(missing -> missing.path() + " \"" + missing.question() + '"');
        return Stream.concat(facts, questions).distinct().toList();
    }

    /** The kind and the field of {@code component/amf-1/software.version}. */
    private static String path(String read) {
        String[] parts = read.split("/", 3);
        return parts.length < 3 ? read : parts[0] + "." + parts[2];
    }

    /** A record within a record is read on the way to its fields. */
    private static boolean within(String named, String path) {
        return named.equals(path) || named.startsWith(path + ".") || path.startsWith(named + ".");
    }
}
