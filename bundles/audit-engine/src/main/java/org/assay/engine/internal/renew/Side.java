package org.assay.engine.internal.renew;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.world.FactView;

/** One of two snapshots as the rules see it. Used by one thread. */
public record Side(RuleContext context) {

    /** A record, if it is there. */
    Optional<FactView> find(Kind kind, String id) {
        return table(kind).row(id) < 0
                ? Optional.empty()
                : Optional.of(context.world().view(kind, id));
    }

    /** The day that the statuses of its records speak for. */
    LocalDate recordedOn() {
        return context.world().recordedOn();
    }

    /** The records of a kind. */
    FactTable table(Kind kind) {
        return context.world().facts().table(kind);
    }
}
