package org.assay.engine.internal.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.MeasureDef.Function;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * The days after a day on which a pack's verdicts on some facts may differ from those of the day before, although no fact and
 * no pack changes: never too few of them, and sometimes more than there are. They go up to the first on which a case may move, or
 * evidence comes to be seen, and no further: a case that moves may start clocks. Used once.
 */
public final class Turns {
    private static final String DETERMINATION = "determination";

    private final CompiledPack pack;
    private final NetworkFacts facts;
    private final LocalDate recordedOn;
    private final Map<String, Object> options;
    /** Days after which the others still hold. */
    private final Crossings crossings;

    /** Days on which the facts themselves, as rules see them, may become others. */
    private final Crossings moving;

    private final FieldValues values;
    private final Map<String, Set<DayForm>> measures = new HashMap<>();

    /**
     * Looks at some facts.
     *
     * @param facts with the evidence that cases made of them
     * @param recordedOn the day that their statuses speak for
     * @param options every option
     * @param after the day
     * @param last how far to look
     */
    public Turns(
            CompiledPack pack,
            NetworkFacts facts,
            LocalDate recordedOn,
            Map<String, Object> options,
            LocalDate after,
            LocalDate last) {
        this.pack = pack;
        this.facts = facts;
        this.recordedOn = recordedOn;
        this.options = options;
        this.crossings = new Crossings(after, last);
        this.moving = new Crossings(after, last);
        this.values = new FieldValues(facts);
    }

    /**
     * The days with reasons, for people.
     *
     * @param cases the days on which cases move by themselves, with theirs
     */
    public SortedMap<LocalDate, SortedSet<String>> of(SortedMap<LocalDate, String> cases) {
        values.put(DayWalk.RECORDED, recordedOn);
        pack.pack().reference().values().forEach(this::rows);
        facts.all(Kind.EVIDENCE).values().forEach(this::seen);
        facts.all(Kind.ORDER).values().forEach(order -> reached(order, "issued"));
        pack.rules()
                .forEach(rule ->
                        inForce(rule.requirement().id(), rule.requirement().inForce()));
        List<Compiled> rules = there(clauses());
        List<Compiled> procedures = there(procedures());
        if (readsMeasures(procedures)) {
            measures(moving);
        } else if (readsMeasures(rules)) {
            measures(crossings);
        }
        DayWalk walk = walk(crossings);
        rules.forEach(expression -> walk.walk(expression.root()));
        DayWalk apart = walk(moving);
        procedures.forEach(expression -> apart.walk(expression.root()));
        cases.forEach(moving::add);
        return upToTheFirstMove();
    }

    private SortedMap<LocalDate, SortedSet<String>> upToTheFirstMove() {
        SortedMap<LocalDate, SortedSet<String>> moves = moving.days();
        if (moves.isEmpty()) {
            return crossings.days();
        }
        LocalDate first = moves.firstKey();
        moves.get(first).forEach(why -> crossings.add(first, why));
        return crossings.days().headMap(first.plusDays(1));
    }

    private static boolean readsMeasures(List<Compiled> expressions) {
        return expressions.stream()
                .anyMatch(expression -> expression.reads().names().contains(MeasureRoot.NAME));
    }

    private void rows(RulePack.Reference table) {
        for (RulePack.Row row : table.rows()) {
            row.values().forEach(values::put);
            put(DayWalk.ROW_FROM, row.from());
            put(DayWalk.ROW_TO, row.to());
        }
    }

    private void put(String name, @Nullable LocalDate day) {
        if (day != null) {
            values.put(name, day);
        }
    }

    private void seen(FactRecord record) {
        reached(record, "issued");
        reached(record, "received");
        if (record.text("kind").filter(DETERMINATION::equals).isPresent()) {
            reached(record, "ended");
            record.get("validUntil")
                    .map(LocalDate.class::cast)
                    .filter(day -> !day.equals(Days.NEVER))
                    .ifPresent(day -> crossings.add(day.plusDays(1), "validUntil " + day));
        }
    }

    private void reached(FactRecord record, String field) {
        record.get(field).map(LocalDate.class::cast).ifPresent(day -> moving.add(day, field + " " + Days.print(day)));
    }

    private void inForce(String requirement, RulePack.@Nullable InForce own) {
        if (own != null) {
            crossings.add(own.from(), requirement + " begins on " + own.from());
            if (!own.to().equals(Days.NEVER)) {
                crossings.add(own.to().plusDays(1), requirement + " ends on " + own.to());
            }
        }
    }

    private DayWalk walk(Crossings found) {
        return new DayWalk(values, options, found, this::measure);
    }

    private Set<DayForm> measure(String name) {
        if (!name.isEmpty()) {
            return measures.getOrDefault(name, Set.of());
        }
        Set<DayForm> all = new LinkedHashSet<>();
        measures.values().forEach(all::addAll);
        return all;
    }

    /** No measure reads another one. */
    private void measures(Crossings found) {
        DayWalk walk = walk(found);
        for (CompiledMeasure measure : pack.measures().values()) {
            Set<DayForm> value = walk.walk(measure.argument().root());
            boolean dates =
                    measure.def().function() == Function.MIN || measure.def().function() == Function.MAX;
            measures.put(measure.name(), dates ? value : Set.of());
            if (measure.of() != null) {
                walk.walk(measure.of().root());
            }
            Stream<Set<DayForm>> keys = measure.per().stream().map(key -> walk.walk(key.root()));
            Stream<Set<DayForm>> texts = dates ? keys : Stream.concat(keys, Stream.of(value));
            if (texts.flatMap(Set::stream).anyMatch(form -> form instanceof DayForm.Moving)) {
                found.every("measure " + measure.name() + " groups by the day");
            }
        }
    }

    private List<@Nullable Compiled> clauses() {
        List<@Nullable Compiled> all = new ArrayList<>();
        pack.rules().forEach(rule -> rule.clauses().forEach(clause -> all.add(clause.when())));
        return all;
    }

    private List<@Nullable Compiled> procedures() {
        List<@Nullable Compiled> all = new ArrayList<>();
        for (CompiledProcedure procedure : pack.procedures()) {
            procedure.openings().forEach(opening -> {
                all.add(opening.from());
                all.addAll(opening.guards());
            });
            all.addAll(procedure.effective().values());
            procedure.moves().forEach(move -> {
                all.add(move.day());
                all.addAll(move.guards());
                move.effects().forEach(effect -> {
                    all.addAll(effect.set().values());
                    all.add(effect.until());
                });
            });
        }
        return all;
    }

    private static List<Compiled> there(List<@Nullable Compiled> all) {
        List<Compiled> there = new ArrayList<>();
        for (Compiled one : all) {
            if (one != null) {
                there.add(one);
            }
        }
        return there;
    }
}
