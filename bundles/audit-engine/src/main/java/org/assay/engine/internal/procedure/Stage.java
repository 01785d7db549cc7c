package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/** What the expressions of procedures see: on each day the world of that day. Used by one thread. */
final class Stage {
    /** The day on which the present state was entered; without a value where that is not known. */
    static final String ENTERED = "entered";

    private static final String MOVE = "move";
    private static final int KEPT_DAYS = 64;

    private final CompiledPack pack;
    private final NetworkFacts facts;
    private final LocalDate asOf;
    private final LocalDate recordedOn;
    private final Map<String, Object> options;
    private final Effort effort;
    private final Map<LocalDate, RuleContext> days = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Watched watched;

    /** A record of which every use is noted. */
    private record Watched(Kind kind, String id, Function<World, FactView> seen) {}

    Stage(
            CompiledPack pack,
            NetworkFacts facts,
            LocalDate asOf,
            LocalDate recordedOn,
            Map<String, Object> options,
            Effort effort) {
        this.pack = pack;
        this.facts = facts;
        this.asOf = asOf;
        this.recordedOn = recordedOn;
        this.options = options;
        this.effort = effort;
    }

    CompiledPack pack() {
        return pack;
    }

    NetworkFacts facts() {
        return facts;
    }

    LocalDate asOf() {
        return asOf;
    }

    World world() {
        return on(asOf).world();
    }

    /** The snapshot as it is seen on a day; on one that is still ahead, with the records of today. */
    World world(LocalDate day) {
        return on(day).world();
    }

    /** What is done while every use of one record is noted. */
    <T> T watching(Kind kind, String id, Function<World, FactView> seen, Supplier<T> task) {
        watched = new Watched(kind, id, seen);
        try {
            return task.get();
        } finally {
            watched = null;
        }
    }

    /** A record as it is seen in the world of a day. */
    FactView record(World world, Kind kind, String id) {
        Watched one = watched;
        return one != null && one.kind() == kind && one.id().equals(id)
                ? one.seen().apply(world)
                : world.view(kind, id);
    }

    private RuleContext on(LocalDate day) {
        RuleContext context = days.computeIfAbsent(day, d -> new RuleContext(worldOf(d), pack, options));
        if (days.size() > KEPT_DAYS) {
            days.remove(days.keySet().iterator().next());
        }
        return context;
    }

    /** Of days ahead, what can be told today. */
    private World worldOf(LocalDate day) {
        return day.isAfter(asOf)
                ? new World(facts, pack.schema(), asOf, recordedOn, effort).ahead(day)
                : new World(facts, pack.schema(), day, recordedOn, effort);
    }

    /** What an opening sees of the record that may open a case. */
    RuleContext.Variables opening(String name, Kind kind, String id, @Nullable LocalDate day) {
        RuleContext context = on(within(day));
        FactView record = record(context.world(), kind, id);
        RuleContext.Variables variables = context.member(name, record);
        return kind == Kind.EVIDENCE ? variables.with(MOVE, record) : variables;
    }

    /** What is seen of a record by itself, on the day on which it came. */
    RuleContext.Variables came(String id, @Nullable LocalDate day) {
        RuleContext context = on(within(day));
        return context.member(MOVE, context.world().view(Kind.EVIDENCE, id));
    }

    /**
     * What a move sees.
     *
     * @param day the day of the move; null where that is not known
     * @param move the id of the record that moves; empty for a clock
     */
    RuleContext.Variables moving(CompiledProcedure procedure, Course course, @Nullable LocalDate day, String move) {
        return moving(procedure, course, on(within(day)), move);
    }

    /** What a clock will see that strikes on a day still ahead, by what is known today. */
    RuleContext.Variables ahead(CompiledProcedure procedure, Course course, LocalDate day) {
        return moving(procedure, course, on(day), "");
    }

    private RuleContext.Variables moving(CompiledProcedure procedure, Course course, RuleContext context, String move) {
        World world = context.world();
        FactView mover = move.isEmpty() ? world.unnamed(Kind.EVIDENCE, MOVE) : evidence(world, course, move);
        Map<String, Object> variables = new HashMap<>();
        variables.put(MeasureRoot.NAME, context.measures().ofAll());
        procedure
                .names()
                .forEach((name, kind) -> variables.put(
                        name, view(world, course, kind, course.names().get(name), name)));
        LocalDate entered = course.entered();
        if (entered != null) {
            variables.put(ENTERED, entered);
        }
        return context.member(MOVE, mover).with(variables);
    }

    private FactView view(World world, Course course, Kind kind, @Nullable String id, String name) {
        if (id == null) {
            return world.unnamed(kind, name);
        }
        return kind == Kind.EVIDENCE ? evidence(world, course, id) : record(world, kind, id);
    }

    private static FactView evidence(World world, Course course, String id) {
        FactRecord changed = course.changed().get(id);
        return changed == null
                ? world.view(Kind.EVIDENCE, id)
                : world.alone(Kind.EVIDENCE, id, world.fitted(Kind.EVIDENCE, changed));
    }

    private LocalDate within(@Nullable LocalDate day) {
        return day == null || day.isAfter(asOf) ? asOf : day;
    }
}
