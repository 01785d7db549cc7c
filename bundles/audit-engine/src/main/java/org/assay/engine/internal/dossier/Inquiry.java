package org.assay.engine.internal.dossier;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.columnar.ComponentQuestions;
import org.assay.engine.internal.world.FactView;
import org.jspecify.annotations.Nullable;

/** How questions about single records are put: of components perhaps once for all that are alike. Used by one thread. */
public final class Inquiry {
    private final @Nullable ComponentQuestions components;

    private Inquiry(@Nullable ComponentQuestions components) {
        this.components = components;
    }

    /** Each record is asked. */
    public static Inquiry ofEach() {
        return new Inquiry(null);
    }

    /** Components that are alike are asked once. */
    public static Inquiry ofAlike(ComponentQuestions components) {
        return new Inquiry(components);
    }

    /**
     * Prepares a question about records of a kind.
     *
     * @param question gives an answer that holds nothing of the record for which it is asked, save that paths of its facts may
     *     begin with {@link FactView#SELF}
     */
    <A> Function<Entry, A> into(String kind, Function<FactView, A> question) {
        if (components == null || !kind.equals(Kind.COMPONENT.word())) {
            return entry -> question.apply(entry.view());
        }
        IntFunction<A> answers = components.asking(question);
        return entry -> answers.apply(entry.number());
    }
}
