package org.assay.core.internal.audit;

import java.util.List;
import org.assay.engine.consequence.Standings;

/**
 * Which components a regime does not trust, by an audit's verdicts.
 *
 * @param standings the components
 * @param requirements whose verdicts say so
 * @param marked whether the pack marks these requirements
 * @param notes what somebody should know
 */
record Judgement(Standings standings, List<String> requirements, boolean marked, List<String> notes) {
    Judgement {
        requirements = List.copyOf(requirements);
        notes = List.copyOf(notes);
    }
}
