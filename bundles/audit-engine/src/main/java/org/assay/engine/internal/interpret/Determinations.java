package org.assay.engine.internal.interpret;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.api.Outcome;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;

/** What persons decided where a rule asked for their judgement: evidence of kind {@code determination}. */
public final class Determinations {
    private static final String KIND = "determination";

    private final World world;
    private final String regime;
    private final Map<String, List<FactView>> byPlace = new HashMap<>();

    /** The determinations that hold on the as-of day, for one regime. */
    public Determinations(World world, String regime) {
        this.world = world;
        this.regime = regime;
        for (FactView record : world.joins().visible(KIND)) {
            FactRecord facts = record.facts().orElseThrow();
            if (accountable(facts) && holds(facts)) {
                String place = facts.text("requirement").orElse("") + " "
                        + facts.text("subject").orElse("");
                byPlace.merge(place, List.of(record), Determinations::joined);
            }
        }
    }

    private static List<FactView> joined(List<FactView> some, List<FactView> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * A person's answer.
     *
     * @param evidence the id of the record
     * @param outcome what was decided
     * @param reason why
     * @param by who decided
     */
    public record Settled(String evidence, Outcome outcome, String reason, String by) {}

    /** Whether there is none. */
    public boolean isEmpty() {
        return byPlace.isEmpty();
    }

    /** The subjects of a requirement about which there are any, as kind and id. */
    public List<String> about(String requirement) {
        String start = regime + "/" + requirement + " ";
        return byPlace.keySet().stream()
                .filter(place -> place.startsWith(start))
                .map(place -> place.substring(start.length()))
                .toList();
    }

    /** What settles a REVIEW; of several the one issued last. */
    public Optional<Settled> settles(String requirement, String subject) {
        return byPlace.getOrDefault(regime + "/" + requirement + " " + subject, List.of()).stream()
                .filter(record -> outcome(record).isPresent())
                .max(Comparator.<FactView, LocalDate>comparing(Determinations::issued)
                        .thenComparing(FactView::id))
                .map(record -> new Settled(
                        record.id(), outcome(record).orElseThrow(), text(record, "reason"), text(record, "by")));
    }

    private static Optional<Outcome> outcome(FactView record) {
        String word = text(record, "outcome");
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private static LocalDate issued(FactView record) {
        return record.facts()
                .flatMap(facts -> facts.get("issued"))
                .map(LocalDate.class::cast)
                .orElse(LocalDate.MIN);
    }

    private static String text(FactView record, String field) {
        return record.facts().flatMap(facts -> facts.text(field)).orElse("");
    }

    /** A decision that nobody signed, for no reason, on no day, settles nothing. */
    private static boolean accountable(FactRecord facts) {
        return !facts.text("by").orElse("").isBlank()
                && !facts.text("reason").orElse("").isBlank()
                && facts.get("issued").isPresent();
    }

    private boolean holds(FactRecord facts) {
        boolean over = facts.get("validUntil")
                .map(day -> ((LocalDate) day).isBefore(world.asOf()))
                .orElse(false);
        boolean ended = facts.get("ended")
                .map(day -> !((LocalDate) day).isAfter(world.asOf()))
                .orElse(false);
        return !over && !ended;
    }
}
