package org.assay.engine.internal.world;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question about who stands above suppliers. Where one link alone leads up from a supplier, its answer is that of
 * the holder, so a chain is climbed once for all that stand in it.
 */
final class Ladder {
    private Ladder() {}

    /**
     * The answer for a supplier.
     *
     * @param known answers by supplier, added to
     * @param only the holder whose answer counts; null where the supplier must be asked itself
     * @param ask asks a supplier
     * @param circle the answer where the links lead back
     */
    static Object climb(
            FactView start,
            Map<String, Object> known,
            Function<FactView, @Nullable FactView> only,
            Function<FactView, Object> ask,
            Object circle) {
        Set<String> passed = new LinkedHashSet<>();
        FactView at = start;
        Object answer = known.get(at.id());
        while (answer == null) {
            FactView above = only.apply(at);
            if (above == null) {
                answer = ask.apply(at);
                passed.add(at.id());
            } else if (passed.add(at.id())) {
                at = above;
                answer = known.get(at.id());
            } else {
                answer = circle;
            }
        }
        for (String one : passed) {
            known.put(one, answer);
        }
        return answer;
    }
}
