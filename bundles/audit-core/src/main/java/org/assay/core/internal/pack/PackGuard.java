package org.assay.core.internal.pack;

import java.time.Instant;
import org.assay.core.Origin;
import org.assay.core.internal.access.FourEyes;
import org.assay.core.internal.trust.Signatures;
import org.assay.core.store.PackRow;
import org.assay.core.store.Transaction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Who may activate which pack, and on which previews of its impact that may rely.
 *
 * @param signatures whose keys were not revoked
 * @param fourEyes whether two persons are needed
 * @param previews what an activation relies on
 */
public record PackGuard(Signatures signatures, FourEyes fourEyes, Previews previews) {

    /** Lets somebody else than who staged a pack approve it. A bundle or a file in {@code deploy/} is nobody. */
    void requireMayApprove(Transaction tx, PackRow pack, String who) {
        if (isStagedByToken(pack)) {
            fourEyes.require(tx, pack.stagedBy(), who, "approve " + name(pack));
        }
    }

    /**
     * Lets a pack be activated by somebody else than who staged it; one that nobody staged, by somebody else than who
     * approved it.
     */
    void requireMayActivate(Transaction tx, PackRow pack, String who) {
        signatures.require(tx, pack);
        PackRow.Approval approved = pack.approved();
        if (isStagedByToken(pack)) {
            fourEyes.require(tx, pack.stagedBy(), who, "activate " + name(pack));
        } else if (approved != null) {
            fourEyes.require(tx, approved.who(), who, "activate " + name(pack));
        } else if (fourEyes.required()) {
            throw FourEyes.needed(
                    name(pack) + " was brought by " + pack.stagedBy() + " and nobody has approved it yet");
        }
    }

    private static boolean isStagedByToken(PackRow pack) {
        return pack.origin().equals(Origin.API.name());
    }

    private static String name(PackRow pack) {
        return pack.version() + " of " + pack.regime();
    }

    /** Checks the moment for which something is planned. */
    static void requireAhead(@Nullable Instant at, Instant now) {
        if (at != null && !at.isAfter(now)) {
            throw new FaultException(new Fault(
                    "not-ahead",
                    at + " is not ahead: it is " + now,
                    "/at",
                    0,
                    0,
                    "leave it out for now, or name a later moment"));
        }
    }
}
