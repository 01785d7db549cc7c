package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.Alike;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledProcedure;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledOpening;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** All cases of a pack's procedures in one snapshot on one day. Used by one thread. */
public final class Cases {
    private final CompiledPack pack;
    private final Stage stage;
    private final Papers papers;
    private final Opener opener;
    private final List<Object> terms;
    private final @Nullable SnapshotStore store;

    /**
     * The cases of a snapshot.
     *
     * @param recordedOn the day that its statuses speak for
     * @param options every one
     * @param effort what may be spent on them
     * @param store what is known of the snapshot, to look once at records that are alike; null to look at each one
     */
    public Cases(
            CompiledPack pack,
            NetworkFacts facts,
            LocalDate asOf,
            LocalDate recordedOn,
            Map<String, Object> options,
            Effort effort,
            @Nullable SnapshotStore store) {
        this.pack = pack;
        this.stage = new Stage(pack, facts, asOf, recordedOn, options, effort);
        this.papers = new Papers(facts, kinds(pack.pack()), asOf);
        this.opener = new Opener(stage, papers);
        this.terms = List.of(asOf, recordedOn, options);
        this.store = store;
    }

    private static Set<String> kinds(RulePack pack) {
        Set<String> kinds = new HashSet<>();
        pack.procedures().forEach(procedure -> {
            kinds.addAll(procedure.kinds());
            kinds.addAll(procedure.openingKinds());
        });
        return kinds;
    }

    /** Every case, by procedure and what opened it. */
    public List<ProcedureCase> all() {
        List<ProcedureCase> cases = new ArrayList<>();
        pack.procedures().forEach(procedure -> replay(procedure, run -> cases.add(run.told())));
        return cases;
    }

    /** Every case of one procedure, by what opened it. */
    public List<ProcedureCase> of(String name) {
        List<ProcedureCase> cases = new ArrayList<>();
        pack.procedures().stream()
                .filter(procedure -> procedure.procedure().name().equals(name))
                .forEach(procedure -> replay(procedure, run -> cases.add(run.told())));
        return cases;
    }

    /**
     * What was found out when the procedures that work on evidence were replayed. Immutable.
     *
     * @param changed the evidence that their cases made or changed, by id; where facts leave open what became of a record,
     *     only whom and what it concerns is told of it
     * @param turns by the name of each of them, the days on which its cases will move by themselves, or begin
     */
    public record Worked(SortedMap<String, FactRecord> changed, Map<String, SortedMap<LocalDate, String>> turns) {
        /** What a pack without procedures makes of evidence. */
        public static final Worked NOTHING = new Worked(Collections.emptySortedMap(), Map.of());

        public Worked {
            changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
            turns = Map.copyOf(turns);
        }
    }

    /** Replays the procedures that work on evidence. */
    public Worked worked() {
        SortedMap<String, FactRecord> changed = new TreeMap<>();
        Map<String, SortedMap<LocalDate, String>> turns = new HashMap<>();
        pack.procedures().stream()
                .filter(procedure -> procedure.procedure().moves().stream()
                        .anyMatch(move -> !move.effects().isEmpty()))
                .forEach(procedure -> turns.put(
                        procedure.procedure().name(), turns(procedure, run -> changed.putAll(run.changed()))));
        return new Worked(changed, turns);
    }

    /**
     * The days on which cases will move by themselves, or begin, as far as that is known now; with the reason, for people.
     *
     * @param known those of procedures that were replayed before
     */
    public SortedMap<LocalDate, String> turns(Map<String, SortedMap<LocalDate, String>> known) {
        SortedMap<LocalDate, String> turns = new TreeMap<>();
        for (CompiledProcedure procedure : pack.procedures()) {
            SortedMap<LocalDate, String> own = known.get(procedure.procedure().name());
            turns.putAll(own == null ? turns(procedure, run -> {}) : own);
        }
        return turns;
    }

    private SortedMap<LocalDate, String> turns(CompiledProcedure procedure, Consumer<Ran> also) {
        SortedMap<LocalDate, String> moves = new TreeMap<>();
        SortedMap<LocalDate, String> turns = replay(procedure, run -> {
            also.accept(run);
            String name = procedure.procedure().name();
            run.later().forEach(one -> moves.put(one.first(), one.id() + " takes effect on " + name));
            run.strikes().forEach(clock -> moves.put(clock.day(), name + " moves to " + clock.to()));
        });
        turns.putAll(moves);
        return turns;
    }

    /** A snapshot with evidence made or changed: the facts as rules see them. */
    public static NetworkFacts outcome(NetworkFacts facts, SortedMap<String, FactRecord> changed) {
        if (changed.isEmpty()) {
            return facts;
        }
        Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
        records.putAll(facts.records());
        SortedMap<String, FactRecord> evidence = new TreeMap<>(facts.all(Kind.EVIDENCE));
        evidence.putAll(changed);
        records.put(Kind.EVIDENCE, evidence);
        return new NetworkFacts(records, facts.notDelivered());
    }

    /**
     * Replays the cases of a procedure one after the other.
     *
     * @return the days on which others begin
     */
    private SortedMap<LocalDate, String> replay(CompiledProcedure procedure, Consumer<Ran> told) {
        SortedMap<LocalDate, String> begins = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        boolean several = procedure.openings().size() > 1;
        for (CompiledOpening opening : procedure.openings()) {
            String kind = opening.opening().subject() + "/";
            Looks looks = looks(procedure, opening);
            for (int i = 0; i < looks.ids().size(); i++) {
                String id = looks.ids().get(i);
                if (!several || !taken.contains(kind + id)) {
                    Opener.Opened opened = looks.at().apply(i);
                    if (opened.begins() != null) {
                        begins.put(opened.begins(), begin(procedure, opened.begins()));
                    }
                    if (opened.run() != null) {
                        told.accept(opened.run());
                        if (several) {
                            taken.add(kind + id);
                        }
                    }
                }
            }
        }
        return begins;
    }

    /**
     * The records of which an opening may make cases.
     *
     * @param ids theirs
     * @param at what it makes of each, by number
     */
    private record Looks(List<String> ids, IntFunction<Opener.Opened> at) {}

    private Looks looks(CompiledProcedure procedure, CompiledOpening opening) {
        if (store == null || opening.opening().kind() == Kind.EVIDENCE) {
            List<String> ids = candidates(procedure, opening);
            return new Looks(ids, number -> opener.open(procedure, opening, ids.get(number)));
        }
        Alike<Likeness> question = question(procedure, opening, store);
        List<String> ids = question.subjects().ids();
        return new Looks(ids, number -> {
            Likeness like = question.answer(number);
            String id = ids.get(number);
            return like.own() ? opener.open(procedure, opening, id) : like.opened(id);
        });
    }

    private Alike<Likeness> question(CompiledProcedure procedure, CompiledOpening opening, SnapshotStore known) {
        Kind kind = opening.opening().kind();
        List<Object> about =
                List.of(procedure.procedure().name(), procedure.openings().indexOf(opening), terms);
        return new Alike<>(
                known,
                kind.word(),
                pack,
                about,
                stage::world,
                stage.asOf(),
                (id, seen) -> stage.watching(kind, id, seen, () -> Likeness.of(opener.open(procedure, opening, id))));
    }

    private static String begin(CompiledProcedure procedure, LocalDate day) {
        return "a case of " + procedure.procedure().name() + " begins on " + Days.print(day);
    }

    private List<String> candidates(CompiledProcedure procedure, CompiledOpening opening) {
        Kind kind = opening.opening().kind();
        if (kind == Kind.EVIDENCE) {
            return papers.ofKind(opening.opening().word()).stream()
                    .filter(id -> opening.opening().own() || !papers.isContinuation(procedure.procedure(), id))
                    .toList();
        }
        return List.copyOf(stage.facts().all(kind).keySet());
    }
}
