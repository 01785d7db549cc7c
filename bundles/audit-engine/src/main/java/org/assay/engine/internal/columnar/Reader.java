package org.assay.engine.internal.columnar;

import java.util.List;
import java.util.function.Function;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.jspecify.annotations.Nullable;

/**
 * Puts one question to CEL, in one thread's world. Not thread-safe.
 *
 * @param <A> an answer
 */
final class Reader<A> implements Lookup.Asker<A> {
    private final Steps steps;
    private final Function<FactView, A> question;
    private long runs;

    Reader(Steps steps, Function<FactView, A> question) {
        this.steps = steps;
        this.question = question;
    }

    @Override
    public A ask(int subject, ReadLog log) {
        runs++;
        return question.apply(steps.columns().subjects().observed(subject, steps.world(), log));
    }

    @Override
    public Step step(ReadKey key) {
        return steps.step(key);
    }

    @Override
    public @Nullable Tuples tuples(List<Column> several) {
        return steps.columns().tuples(several);
    }

    /** How often CEL was asked. */
    long runs() {
        return runs;
    }
}
