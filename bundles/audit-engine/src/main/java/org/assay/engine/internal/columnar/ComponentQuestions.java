package org.assay.engine.internal.columnar;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the components of a snapshot, each asked once for all of which the same facts are read to answer it. Not
 * thread-safe.
 */
public final class ComponentQuestions {
    private final Steps steps;

    /** The components that a world sees. */
    public ComponentQuestions(SnapshotStore store, World world) {
        this.steps = new Steps(store.components(world), world);
    }

    /**
     * Prepares a question.
     *
     * @param question gives an answer that holds nothing of the component for which it is asked; paths of its facts begin with
     *     {@link FactView#SELF}
     * @return the answers by the numbers of the components in id order
     */
    public <A> IntFunction<A> asking(Function<FactView, A> question) {
        Lookup<A> answers = new Lookup<>(any -> 1, steps.columns().subjects().size());
        Closely<A> asker = new Closely<>(steps, question);
        return number -> answers.answer(number, asker);
    }

    /** Notes also what an answer shows besides its truth. */
    private record Closely<A>(Steps steps, Function<FactView, A> question) implements Lookup.Asker<A> {
        @Override
        public ReadLog log() {
            return ReadLog.deep();
        }

        @Override
        public A ask(int subject, ReadLog log) {
            FactView component = steps.columns().subjects().alone(subject, steps.world());
            return question.apply(component.observed(FactView.SELF, log));
        }

        @Override
        public Step step(ReadKey key) {
            return steps.step(key);
        }

        @Override
        public @Nullable Tuples tuples(List<Column> several) {
            return steps.columns().tuples(several);
        }
    }
}
