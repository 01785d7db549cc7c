package org.assay.engine.internal.columnar;

import java.util.function.Function;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;

/**
 * Puts one question to CEL, in one thread's world. Not thread-safe.
 *
 * @param <A> an answer
 */
final class Reader<A> implements Lookup.Asker<A> {
    private final Steps steps;
    private final Function<FactView, A> question;
    private final boolean closely;
    private long runs;

    Reader(Steps steps, Function<FactView, A> question) {
        this(steps, question, false);
    }

    private Reader(Steps steps, Function<FactView, A> question, boolean closely) {
        this.steps = steps;
        this.question = question;
        this.closely = closely;
    }

    /** One that notes also what an answer shows besides its truth; paths of facts begin with {@link FactView#SELF}. */
    static <A> Reader<A> closely(Steps steps, Function<FactView, A> question) {
        return new Reader<>(steps, question, true);
    }

    @Override
    public ReadLog log() {
        return closely ? ReadLog.deep() : new ReadLog();
    }

    @Override
    public A ask(int subject, ReadLog log) {
        runs++;
        Subjects subjects = steps.columns().subjects();
        return question.apply(
                closely
                        ? subjects.alone(subject, steps.world()).observed(FactView.SELF, log)
                        : subjects.observed(subject, steps.world(), log));
    }

    @Override
    public Step step(ReadKey key) {
        return steps.step(key);
    }

    @Override
    public Columns columns() {
        return steps.columns();
    }

    /** How often CEL was asked. */
    long runs() {
        return runs;
    }
}
