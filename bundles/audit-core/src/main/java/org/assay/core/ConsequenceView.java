package org.assay.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.consequence.Reached;
import org.assay.engine.consequence.ReplacementTotal;
import org.assay.engine.consequence.Trust;

/**
 * What one regime's verdicts mean beyond them, in numbers.
 *
 * @param regime the regime's id
 * @param requirements the requirements that say which components it does not trust
 * @param marked whether its pack marks them; otherwise they are all that bind and are about components
 * @param components how many components in use it does not trust, will not, cannot judge
 * @param reach how many sites, dependants and partners are in which state, by kind
 * @param notDelivered what nobody has said about the network
 * @param caps how many shares of the whole network are over their limits
 * @param totals cost and time of the replacements: of all, then by supplier
 * @param notes what somebody should know
 */
public record ConsequenceView(
        String regime,
        List<String> requirements,
        boolean marked,
        Map<Trust, Integer> components,
        Map<String, Map<Reached.State, Integer>> reach,
        List<Reached.Missing> notDelivered,
        int caps,
        List<ReplacementTotal> totals,
        List<String> notes) {
    public ConsequenceView {
        requirements = List.copyOf(requirements);
        components = Collections.unmodifiableMap(new EnumMap<>(components));
        reach = Collections.unmodifiableMap(new TreeMap<>(reach));
        notDelivered = List.copyOf(notDelivered);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }
}
