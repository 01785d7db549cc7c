package org.assay.engine.internal.world;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What one question to the rules of a pack, such as the judging of a whole network, may cost in all: the last resort behind
 * the bound on every loop. It never decides a verdict; beyond it the question is refused. Thread-safe.
 */
public final class Effort {
    /** About a minute's work. */
    private static final long MOST = 100_000_000L;

    private static final long MOST_PER_RECORD = 1_000L;
    private static final long STEPS_PER_CELL = 10L;
    private static final String HINT = "Make its loops shorter, or ask once in a measure what they ask of each; see the"
            + " bounds in docs/engine-details.md";

    private final long most;
    private final BooleanSupplier over;
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong();
    private volatile boolean late;
    private volatile boolean exhausted;
    private volatile @Nullable Expr exhaustedAt;

    private Effort(long most, BooleanSupplier over) {
        this.most = most;
        this.over = over;
    }

    /**
     * What may be spent on a snapshot.
     *
     * @param over asked now and then, from several threads, whether time is up; the engine has no clock
     */
    public static Effort on(NetworkFacts facts, BooleanSupplier over) {
        return new Effort(MOST + MOST_PER_RECORD * facts.size(), over);
    }

    /**
     * Asks a question.
     *
     * @throws FaultException if it would take too much, with the place of the expression that was at work
     */
    public <T> T on(Supplier<T> question) {
        spent.set(0);
        try {
            return question.get();
        } catch (Spent gone) {
            throw refused(gone.place);
        }
    }

    /**
     * Adds steps.
     *
     * @param place the expression at work
     * @throws Spent where there are too many, or time is up
     */
    void add(long steps, @Nullable Expr place) {
        late |= over.getAsBoolean();
        if (spent.addAndGet(steps) > most || late) {
            throw new Spent(place);
        }
    }

    /**
     * Adds what a draft shows or looks through: unlike steps, it is counted from the first record to the last, whatever is
     * asked in between.
     *
     * @param cells how many cells of a row, or 1 for a record that was only looked at
     * @throws Spent where there are too many, or time is up
     */
    public void draw(long cells) {
        late |= over.getAsBoolean();
        if (drawn.addAndGet(cells) > most / STEPS_PER_CELL || late) {
            throw new Spent(null);
        }
    }

    /** Notes that a loop was too long for one record, and in which expression if that is known; the first one counts. */
    void exhaust(@Nullable Expr place) {
        exhausted = true;
        if (exhaustedAt == null) {
            exhaustedAt = place;
        }
    }

    /** Whether a loop was too long for one record, in whatever question. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** The first expression with such a loop; null where none is known. */
    public @Nullable Expr exhaustedAt() {
        return exhaustedAt;
    }

    private FaultException refused(@Nullable Expr place) {
        String message = late ? "time was up" : "the rules take more than " + most + " steps";
        return new FaultException(new Fault(
                late ? "limit" : "too-many-steps",
                message + (place == null ? "" : " at '" + beginning(place.text()) + "'"),
                "",
                place == null ? 0 : place.at().line(),
                place == null ? 0 : place.at().column(),
                HINT));
    }

    private static String beginning(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** More was spent than may be. No exception: CEL's logic goes on after those, as true || error is true. */
    public static final class Spent extends Error {
        private static final long serialVersionUID = 1;

        private final transient @Nullable Expr place;

        private Spent(@Nullable Expr place) {
            super("too many steps", null, false, false);
            this.place = place;
        }
    }
}
