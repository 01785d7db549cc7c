package org.assay.core;

import java.util.List;
import java.util.Set;
import org.assay.engine.consequence.Alternative;
import org.assay.engine.consequence.Currency;
import org.assay.engine.consequence.ReplacementItem;

/**
 * What follows from a finished audit beyond its verdicts. Which components a regime does not trust comes from its verdicts:
 * those of the requirements that its pack marks with {@code removal}; where a pack marks none, those FAIL that are binding
 * and about components. Every call throws {@link NotFoundException} {@code unknown-audit}, or {@link ConflictException}
 * {@code audit-not-done} or {@code audit-failed}.
 */
public interface Consequences {

    /**
     * Numbers by regime, in the order of the audit.
     *
     * @param regimes only these; empty for all of the audit
     * @param currency in which sums are wanted
     */
    List<ConsequenceView> summary(String audit, Set<String> regimes, Currency currency);

    /** Every site, dependant and partner under each regime: the gravest first, then by regime, kind and id. */
    List<ReachView> reach(String audit, Set<String> regimes);

    /** What each regime wants replaced, with cost and time, by regime, supplier and product. */
    List<ReplacementItem> replacements(String audit, Set<String> regimes);

    /**
     * The same with other statements of cost and time than those of the network, which are not kept.
     *
     * @param statements a JSON object with {@code replacements}, as in a network document
     * @throws org.assay.engine.fault.FaultException with what is wrong in it
     */
    Priced priced(String audit, Set<String> regimes, Currency currency, byte[] statements);

    /**
     * Cost and time by some statements.
     *
     * @param views numbers by regime
     * @param items what each regime wants replaced
     */
    record Priced(List<ConsequenceView> views, List<ReplacementItem> items) {
        public Priced {
            views = List.copyOf(views);
            items = List.copyOf(items);
        }
    }

    /** Who could stand in, by regime, function, part and region; a supplier is judged by all the regimes chosen. */
    List<Alternative> alternatives(String audit, Set<String> regimes);

    /** The shares of the whole network that a regime found over its limits, with the fewest components to replace. */
    List<CapView> caps(String audit, Set<String> regimes);
}
