package org.assay.engine.internal.world;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelVariableResolver;
import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Counts the steps of expressions in one world: the turns of their loops, and what functions do besides. A loop that is in
 * no other one has an account of its own, so that both engines count alike. Not thread-safe.
 */
public final class Meter extends CelRecord {
    /** The name under which expressions hand it to their loops; no expression can be written that uses it. */
    public static final String NAME = "@meter";

    /** The account of a loop within another one: that one's. */
    public static final String NESTED = "";

    /** No account: a loop that the columnar engine takes apart, where only the whole effort counts. */
    public static final String APART = "*";

    /** What the loops of an expression about all records of a kind may take together, where there are many of them. */
    private static final long SHARED_OUT = 20_000_000L;

    private static final long LEAST = 20_000L;
    private static final long MOST = 2_000_000L;

    /** So many steps are told at once to what is shared by threads. */
    private static final long TOLD = 1 << 14;

    /** An exception takes as long as so many steps; an {@code exists} goes on after one. */
    private static final long EXCEPTION = 100;

    private final World world;
    private final Effort effort;
    private final Map<String, Long> limits = new HashMap<>();
    private long limit;
    private long left;
    private long untold;
    private @Nullable Expr current;

    Meter(World world, Effort effort) {
        this.world = world;
        this.effort = effort;
    }

    /** That of some variables. */
    public static Meter of(CelVariableResolver variables) {
        return (Meter) variables.find(NAME).orElseThrow();
    }

    /** What all its like add to. */
    public Effort effort() {
        return effort;
    }

    /**
     * Counts an evaluation that begins.
     *
     * @throws Effort.Spent if more was spent than may be
     */
    public void begin(Expr expression, long steps) {
        current = expression;
        work(steps);
    }

    /**
     * Sees to it that the turns of a loop are counted.
     *
     * @param list what is gone through; anything else is no loop
     * @param account the kind of record that is asked about, of which each may have so many steps in a loop that is in no
     *     other; or {@link #NESTED} or {@link #APART}
     * @param weight the steps of one turn
     */
    public Object loop(Object list, String account, long weight) {
        return list instanceof List<?> all ? new Counted(this, all, account, weight) : list;
    }

    /** Counts a function that goes through a list at once, and hands the list on. */
    public Object walk(Object list, String account) {
        if (list instanceof Collection<?> all) {
            open(account);
            turn(account, 1L + all.size());
        }
        return list;
    }

    private void open(String account) {
        if (!account.equals(NESTED) && !account.equals(APART)) {
            limit = limits.computeIfAbsent(account, this::limit);
            left = limit;
        }
    }

    private void turn(String account, long steps) {
        work(steps);
        if (account.equals(APART)) {
            return;
        }
        left -= steps;
        if (left < 0) {
            effort.exhaust(current);
            work(EXCEPTION);
            throw new TooManySteps("its loops take more than " + limit + " steps for one record");
        }
    }

    private long limit(String kind) {
        return limit(world.facts().all(Kind.ofWord(kind)).size());
    }

    /** What a loop about a record of a kind may take, of which there are so many. */
    public static long limit(long records) {
        return Math.max(LEAST, Math.min(MOST, SHARED_OUT / Math.max(1, records)));
    }

    /**
     * Counts work that is not a loop of an expression.
     *
     * @throws Effort.Spent if more was spent than may be
     */
    public void work(long steps) {
        untold += steps;
        if (untold >= TOLD) {
            long told = untold;
            untold = 0;
            effort.add(told, current);
        }
    }

    @Override
    public Object select(String field) {
        throw new IllegalStateException("a meter has no fields");
    }

    /** A list that counts whoever goes through it; to look into it costs nothing. */
    private static final class Counted extends AbstractList<Object> implements RandomAccess {
        private final Meter meter;
        private final List<?> list;
        private final String account;
        private final long weight;

        Counted(Meter meter, List<?> list, String account, long weight) {
            this.meter = meter;
            this.list = list;
            this.account = account;
            this.weight = weight;
        }

        @Override
        public Object get(int index) {
            return list.get(index);
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Iterator<Object> iterator() {
            meter.open(account);
            Iterator<?> each = list.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Object next() {
                    meter.turn(account, weight);
                    return each.next();
                }
            };
        }
    }

    /** CEL hands it on as it is, without printing what a function was given. */
    public static final class TooManySteps extends CelRuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps(String message) {
            super(new IllegalStateException(message), CelErrorCode.ITERATION_BUDGET_EXCEEDED);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
