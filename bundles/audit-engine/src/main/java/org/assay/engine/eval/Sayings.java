package org.assay.engine.eval;

import java.util.List;
import java.util.function.Supplier;
import org.assay.engine.internal.columnar.Concerned;
import org.assay.engine.internal.explain.Asking;
import org.assay.engine.internal.explain.Memory;
import org.assay.engine.internal.explain.Telling;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.world.FactView;
import org.jspecify.annotations.Nullable;

/** From whom an explanation has what expressions come to. For one thread. */
interface Sayings {
    /** What a rule says of a subject. */
    Telling about(CompiledRule rule, FactView subject);

    /** The ids of the components for which a condition is true that also sees a subject, in order, so many at most. */
    List<String> concerned(CompiledRule rule, Compiled condition, FactView subject, int most);

    /** From CEL, asked each time. */
    record Interpreted(RuleContext context) implements Sayings {
        @Override
        public Telling about(CompiledRule rule, FactView subject) {
            return new Asking(context.world(), context.about(rule, subject));
        }

        @Override
        public List<String> concerned(CompiledRule rule, Compiled condition, FactView subject, int most) {
            RuleContext.Variables variables = context.about(rule, subject);
            return context.components().stream()
                    .filter(component ->
                            condition.run(variables.withComponent(component)).truth() == Truth.TRUE)
                    .limit(most)
                    .map(FactView::id)
                    .toList();
        }
    }

    /** From what was found out before; the components concerned by columns, in a world of their own made when first needed. */
    final class Remembered implements Sayings {
        private final Memory memory;
        private final Supplier<Concerned> columns;
        private @Nullable Concerned concerned;

        Remembered(Memory memory, Supplier<Concerned> columns) {
            this.memory = memory;
            this.columns = columns;
        }

        @Override
        public Telling about(CompiledRule rule, FactView subject) {
            return memory.about(rule, subject);
        }

        @Override
        public List<String> concerned(CompiledRule rule, Compiled condition, FactView subject, int most) {
            Concerned known = concerned == null ? columns.get() : concerned;
            concerned = known;
            return known.of(rule, condition, subject, most);
        }
    }
}
