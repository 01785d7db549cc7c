package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.core.CaseView;
import org.assay.core.Verdict;
import org.assay.engine.facts.Ask;
import org.assay.engine.pack.Procedure;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** What is to be asked about a case that may be in several states. Stateless. */
final class OpenStates {
    private static final Map<String, String> WORDS = Map.of(
            "en", "Answer what is missing: it is not known which state the case is in (%s)",
            "de", "Fehlendes beantworten: der Stand des Falls ist nicht bekannt (%s)",
            "fr", "Répondre à ce qui manque : l'état du dossier n'est pas connu (%s)");

    /** Said in a sentence; the case itself names all. */
    private static final int NAMED = 3;

    private static final Map<String, List<String>> OTHERS = Map.of(
            "en", List.of(" or 1 other", " or %d others"),
            "de", List.of(" oder 1 weiterer", " oder %d weitere"),
            "fr", List.of(" ou 1 autre", " ou %d autres"));

    private OpenStates() {}

    /** Nothing where whatever may be so is over without a breach: then nobody has to know. */
    static CaseView.@Nullable Question question(
            Procedure procedure, ProcedureCase one, LocalDate asOf, Function<String, Ask> asking) {
        List<Procedure.State> states = one.states().stream()
                .map(name -> procedure.states().get(name))
                .filter(Objects::nonNull)
                .toList();
        boolean matters = states.stream().anyMatch(state -> !state.end() || state.breach());
        if (one.states().size() < 2 || one.missing().isEmpty() || !one.error().isEmpty() || !matters) {
            return null;
        }
        Map<String, String> text = new LinkedHashMap<>();
        List.of("en", "de", "fr").forEach(language -> text.put(language, words(language, states)));
        List<Verdict.MissingFact> missing = one.missing().stream()
                .map(path -> new Verdict.MissingFact(path, asking.apply(path)))
                .toList();
        boolean breach = states.stream().anyMatch(Procedure.State::breach);
        LocalDate day = late(procedure, one).orElse(breach ? asOf : turns(one, asOf));
        return new CaseView.Question(day, missing.get(0).ask().of(), text, missing);
    }

    /** Where it may have missed a day, or may be in breach, already: the last day in time, as of what is overdue. */
    private static Optional<LocalDate> late(Procedure procedure, ProcedureCase one) {
        return one.courses().stream()
                .flatMap(course -> Overdue.lastInTime(procedure, course).stream())
                .min(Comparator.naturalOrder());
    }

    private static LocalDate turns(ProcedureCase one, LocalDate asOf) {
        LocalDate turns = one.turns();
        return turns == null ? asOf : turns;
    }

    /** What may be a breach first, where not all are named. */
    private static String words(String language, List<Procedure.State> states) {
        List<String> titles = states.stream()
                .sorted(Comparator.comparing(state -> states.size() > NAMED && !state.breach()))
                .map(state -> state.title().in(language))
                .distinct()
                .toList();
        int others = titles.size() - NAMED;
        String named = titles.stream().limit(NAMED).collect(Collectors.joining(" / "));
        List<String> more = OTHERS.getOrDefault(language, List.of("", ""));
        String rest = others < 1 ? "" : more.get(others == 1 ? 0 : 1).formatted(others);
        return WORDS.getOrDefault(language, "%s").formatted(named + rest);
    }
}
