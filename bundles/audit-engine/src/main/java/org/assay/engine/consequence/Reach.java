package org.assay.engine.consequence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.assay.engine.consequence.Reached.State;
import org.assay.engine.consequence.Reached.Step;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/**
 * Which sites, dependants and partners hang on components that a regime does not trust: reachability over the links of the
 * network, in time proportional to them. It says UNKNOWN where a link is not known that could change the answer.
 */
public final class Reach {
    /** Enough to act on. */
    private static final int MAX_MISSING = 20;

    private final NetworkFacts facts;
    private final Standings standings;
    private final Links links;
    private final Map<Step, Mark> marks = new HashMap<>();
    private final Map<Step, List<Reached.Missing>> unknown = new HashMap<>();

    /** How something was reached: from what, in which state. */
    private record Mark(State state, Step from, int ways) {}

    private Reach(Standings standings) {
        this.facts = standings.facts();
        this.standings = standings;
        this.links = new Links(facts, standings.asOf());
    }

    /** The gravest first, then by kind and id. */
    public static List<Reached> of(Standings standings) {
        Reach reach = new Reach(standings);
        for (Trust trust : Trust.values()) {
            reach.spread(trust);
        }
        reach.doubt();
        return reach.links.ends().stream()
                .map(reach::reached)
                .sorted(Comparator.comparing(Reached::state)
                        .thenComparing(Reached::kind)
                        .thenComparing(Reached::id))
                .toList();
    }

    /**
     * What nobody has said about the network at all.
     *
     * @return the sections that were not delivered, with the question
     */
    public static List<Reached.Missing> notDelivered(NetworkFacts facts) {
        List<Reached.Missing> missing = new ArrayList<>();
        if (facts.isNotDelivered(Links.DEPENDANT)) {
            missing.add(new Reached.Missing(
                    Kind.DEPENDANT.section(),
                    new Ask(
                            "operator",
                            "Which power grids, hospitals, emergency services and others depend on the network?")));
        }
        if (facts.isNotDelivered(Links.PARTNER)) {
            missing.add(new Reached.Missing(
                    Kind.PARTNER.section(),
                    new Ask("operator", "With whom does the operator share data, facilities, spectrum or traffic?")));
        }
        return missing;
    }

    private void spread(Trust trust) {
        State state = State.valueOf(trust.name());
        Queue<Step> next = new ArrayDeque<>();
        for (String component : standings.of(trust)) {
            Step start = new Step(Links.COMPONENT, component);
            if (marks.putIfAbsent(start, new Mark(state, start, 1)) == null) {
                next.add(start);
            }
        }
        while (!next.isEmpty()) {
            Step from = next.remove();
            for (Step to : links.on(from)) {
                Mark known = marks.putIfAbsent(to, new Mark(state, from, 1));
                if (known == null) {
                    next.add(to);
                } else if (known.state() == state && !to.equals(known.from())) {
                    marks.put(to, new Mark(state, known.from(), known.ways() + 1));
                }
            }
        }
    }

    /** What was not reached although a link of it, or of what it hangs on, is not known. */
    private void doubt() {
        List<Reached.Missing> unplaced = distrusted(links.unplaced(), "site");
        List<Reached.Missing> unnamed = distrusted(links.unnamed(), "functions");
        Queue<Step> next = new ArrayDeque<>();
        for (Step end : links.ends()) {
            List<Reached.Missing> missing = new ArrayList<>(lacking(end));
            if (end.kind().equals(Links.SITE)) {
                missing.addAll(unplaced);
            } else if (end.kind().equals(Links.DEPENDANT) && needsFunctions(end)) {
                missing.addAll(unnamed);
            }
            if (!missing.isEmpty() && !marks.containsKey(end)) {
                unknown.put(end, missing);
                next.add(end);
            }
        }
        while (!next.isEmpty()) {
            Step from = next.remove();
            for (Step to : links.on(from)) {
                if (!marks.containsKey(to) && unknown.putIfAbsent(to, unknown.get(from)) == null) {
                    next.add(to);
                }
            }
        }
    }

    private List<Reached.Missing> distrusted(Collection<String> components, String field) {
        return components.stream()
                .filter(component -> standings.of(component).isPresent())
                .limit(MAX_MISSING)
                .map(component -> missing(Kind.COMPONENT, component, field))
                .toList();
    }

    private boolean needsFunctions(Step dependant) {
        return facts.find(Kind.DEPENDANT, dependant.id())
                .filter((FactRecord record) -> !record.list("functions").isEmpty())
                .isPresent();
    }

    private List<Reached.Missing> lacking(Step end) {
        Kind kind = Kind.ofWord(end.kind());
        FactRecord record = facts.find(kind, end.id()).orElse(null);
        if (record == null) {
            return List.of();
        }
        List<String> fields =
                switch (kind) {
                    case SITE -> List.of("servedBy");
                    case DEPENDANT -> List.of("sites", "functions");
                    default -> List.of("sites", "components");
                };
        return fields.stream()
                .filter(field -> record.get(field).isEmpty())
                .map(field -> missing(kind, end.id(), field))
                .toList();
    }

    private static Reached.Missing missing(Kind kind, String id, String field) {
        return new Reached.Missing(
                kind.word() + "/" + id + "/" + field, FactModel.core().ask(kind.word(), id, field));
    }

    private Reached reached(Step end) {
        Kind kind = Kind.ofWord(end.kind());
        FactRecord record = facts.find(kind, end.id()).orElse(null);
        Function<String, String> text =
                field -> record == null ? "" : record.text(field).orElse("");
        Mark mark = marks.get(end);
        boolean doubted = unknown.containsKey(end);
        State state = mark != null ? mark.state() : doubted ? State.UNKNOWN : State.FREE;
        return new Reached(
                end.kind(),
                end.id(),
                text.apply("name").isEmpty() ? end.id() : text.apply("name"),
                text.apply("kind"),
                state,
                mark == null ? List.of() : path(end),
                mark == null ? 0 : mark.ways(),
                mark == null || record == null ? List.of() : free(record, kind),
                backup(record, kind),
                state == State.UNKNOWN ? unknown.get(end) : List.of());
    }

    private List<Step> path(Step end) {
        LinkedList<Step> path = new LinkedList<>();
        Step at = end;
        path.addFirst(at);
        while (!marks.get(at).from().equals(at)) {
            at = marks.get(at).from();
            path.addFirst(at);
        }
        return path;
    }

    private List<String> free(FactRecord record, Kind kind) {
        List<?> sites = record.list(kind == Kind.SITE ? "servedBy" : "sites");
        List<String> free = new ArrayList<>();
        for (Object site : sites) {
            Step step = new Step(Links.SITE, (String) site);
            if (!marks.containsKey(step) && !unknown.containsKey(step)) {
                free.add(step.id());
            }
        }
        Collections.sort(free);
        return free;
    }

    private static String backup(@Nullable FactRecord record, Kind kind) {
        return kind != Kind.DEPENDANT || record == null
                ? ""
                : record.get("backup")
                        .map(yes -> Boolean.TRUE.equals(yes) ? "yes" : "no")
                        .orElse("");
    }
}
