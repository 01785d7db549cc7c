package org.assay.engine.internal.columnar;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;

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
        Reader<A> asker = Reader.closely(steps, question);
        return number -> answers.answer(number, asker);
    }
}
