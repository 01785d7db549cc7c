package org.assay.engine.internal.columnar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;

/**
 * One question about each subject of a kind that looks at it on several days. It is asked once for all subjects that are alike in
 * whatever it reads of them; what is known stays with the snapshot. Not thread-safe.
 *
 * @param <A> an answer that holds nothing of the subject for which it was found, but what its asker can put right
 */
public final class Alike<A> implements Lookup.Asker<A> {
    private final Columns columns;
    private final Function<LocalDate, World> worlds;
    private final Question<A> question;
    private final Steps steps;
    private final Map<LocalDate, Steps> stepsByDay = new HashMap<>();
    private final Lookup<A> lookup;

    /** What is asked of a subject, given the subject as it is seen in the world of a day. */
    public interface Question<A> {
        /** The answer for one subject. */
        A ask(String id, Function<World, FactView> seen);
    }

    /**
     * A question.
     *
     * @param store what is known of the snapshot already
     * @param kind of its subjects, as requirements name it
     * @param same the pack by which it is asked, as one object
     * @param terms what else its answers hang on, comparable
     * @param worlds the snapshot by day
     * @param day the day of the audit
     */
    public Alike(
            SnapshotStore store,
            String kind,
            Object same,
            List<Object> terms,
            Function<LocalDate, World> worlds,
            LocalDate day,
            Question<A> question) {
        World world = worlds.apply(day);
        List<Object> key = new ArrayList<>(terms);
        key.add(new AtomKey.Same(same));
        this.columns = store.columns(kind, world);
        this.worlds = worlds;
        this.question = question;
        this.steps = new Steps(columns, world);
        this.lookup = columns.lookup(key, any -> 1);
    }

    /** The subjects, in id order. */
    public Subjects subjects() {
        return columns.subjects();
    }

    /** The answer for a subject by its number; that for one that is like it. */
    public A answer(int subject) {
        return lookup.answer(subject, this);
    }

    @Override
    public A ask(int subject, ReadLog log) {
        Map<World, FactView> seen = new IdentityHashMap<>();
        return question.ask(
                columns.subjects().ids().get(subject),
                world -> seen.computeIfAbsent(
                        world, one -> columns.subjects().observed(subject, one, log.on(one.asOf()))));
    }

    @Override
    public Step step(ReadKey key) {
        return key instanceof ReadKey.On on
                ? stepsByDay
                        .computeIfAbsent(on.day(), day -> new Steps(columns, worlds.apply(day)))
                        .step(on.key())
                : steps.step(key);
    }

    @Override
    public Columns columns() {
        return columns;
    }
}
