package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packs of installed regimes and their life. */
public interface Packs {

    /**
     * All packs of a regime, highest version first.
     *
     * @throws NotFoundException {@code unknown-regime}
     */
    List<PackView> list(String regime);

    /**
     * One pack.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     */
    PackView get(String regime, String version);

    /**
     * Checks a pack and keeps it; it is not used until it is activated. A pack known by its digest is answered as it is.
     *
     * @param regime the regime it must be of
     * @param envelope a DSSE envelope
     * @param older whether it may be below a version that is or was active for its days: to go back to it by name
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-regime}
     * @throws ConflictException {@code pack-version-taken} if other bytes have that version; {@code older-pack}
     * @throws org.assay.engine.dsse.UntrustedPackException if its signature does not count
     * @throws org.assay.engine.fault.FaultException with all that is wrong with it
     */
    Staged stage(String regime, byte[] envelope, boolean older, String who);

    /** As {@link #stage(String, byte[], boolean, String)}, for a pack that must not be an older one. */
    default Staged stage(String regime, byte[] envelope, String who) {
        return stage(regime, envelope, false, who);
    }

    /**
     * Takes a pack that arrived without being asked for, of whatever installed regime it is: stages it, and activates it
     * only where the configuration says {@code activateOnArrival}.
     *
     * @param envelope a DSSE envelope
     * @param origin which way it came
     * @param who the file or bundle that brought it
     * @throws NotFoundException {@code unknown-regime}
     * @throws ConflictException {@code pack-version-taken}; {@code older-pack}
     * @throws org.assay.engine.dsse.UntrustedPackException if its signature does not count
     * @throws org.assay.engine.fault.FaultException with all that is wrong with it
     */
    Staged offer(byte[] envelope, Origin origin, String who);

    /**
     * A pack and whether it is new.
     *
     * @param pack the pack
     * @param isNew false if the digest was known
     */
    record Staged(PackView pack, boolean isNew) {}

    /**
     * Says that a pack may become active. Where two persons are needed, the one who staged it cannot.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     * @throws ConflictException {@code pack-not-staged} if it is active or was rejected; {@code second-person-needed}
     */
    PackView approve(String regime, String version, String who);

    /**
     * Makes a pack active for its days, in one step for every audit that starts afterwards; or plans that for a later moment,
     * in place of what was planned for it. Does nothing if it is active.
     *
     * @param at when; null for now
     * @param previews the trial audits that it relies on: it is kept with the activation that it did
     * @throws org.assay.engine.fault.FaultException if {@code at} is not ahead
     * @throws NotFoundException {@code unknown-regime}, {@code unknown-pack} or {@code unknown-audit}
     * @throws ConflictException {@code rollback-needed} if a higher version is or was active for some of its days;
     *     {@code pack-not-staged} if it was rejected; {@code key-revoked}; {@code second-person-needed};
     *     {@code preview-of-other} if a preview is of another pack or of older facts
     */
    PackView activate(String regime, String version, @Nullable Instant at, List<String> previews, String who);

    /** As {@link #activate(String, String, Instant, List, String)}, relying on no preview. */
    default PackView activate(String regime, String version, @Nullable Instant at, String who) {
        return activate(regime, version, at, List.of(), who);
    }

    /** As {@link #activate(String, String, Instant, List, String)}, now, relying on no preview. */
    default PackView activate(String regime, String version, String who) {
        return activate(regime, version, null, who);
    }

    /**
     * Goes back to a version by name: activates it and takes every higher active version that shares a day with it out of
     * use; or plans that for a later moment.
     *
     * @param at when; null for now
     * @param previews as for {@link #activate(String, String, Instant, List, String)}
     * @throws org.assay.engine.fault.FaultException if {@code at} is not ahead
     * @throws NotFoundException {@code unknown-regime}, {@code unknown-pack} or {@code unknown-audit}
     * @throws ConflictException {@code not-a-rollback} if no higher version is or was active for its days; {@code key-revoked};
     *     {@code second-person-needed}; {@code preview-of-other}
     */
    PackView rollback(String regime, String version, @Nullable Instant at, List<String> previews, String who);

    /** As {@link #rollback(String, String, Instant, List, String)}, relying on no preview. */
    default PackView rollback(String regime, String version, @Nullable Instant at, String who) {
        return rollback(regime, version, at, List.of(), who);
    }

    /** As {@link #rollback(String, String, Instant, List, String)}, now, relying on no preview. */
    default PackView rollback(String regime, String version, String who) {
        return rollback(regime, version, null, who);
    }

    /**
     * The moment at which a day begins in the time zone of a pack: it speaks for days of its law.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     */
    Instant beginning(String regime, String version, LocalDate day);

    /**
     * Gives up what is planned for a pack.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     * @throws ConflictException {@code not-planned}
     */
    PackView cancel(String regime, String version, String who);

    /**
     * Decides against a pack that is staged, or was rolled back.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     * @throws ConflictException {@code pack-not-staged}
     */
    PackView reject(String regime, String version, String who);

    /** Every change of a regime's active packs, newest first. */
    Page<PackEvent> events(String regime, PageRequest page);

    /**
     * The requirements of a pack, in the order of its file.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     */
    List<RequirementView> requirements(String regime, String version);

    /**
     * The signed bytes as they came.
     *
     * @throws NotFoundException {@code unknown-regime} or {@code unknown-pack}
     */
    byte[] envelope(String regime, String version);
}
