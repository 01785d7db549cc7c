package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.api.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Waivers: that somebody answers for a finding for some time. A waiver marks the findings of its requirement and subject, in
 * every audit whose day it holds; it changes no verdict.
 */
public interface Waivers {

    /**
     * A network's waivers, newest first.
     *
     * @throws NotFoundException {@code unknown-network}
     */
    List<WaiverView> list(String network);

    /**
     * One waiver.
     *
     * @throws NotFoundException {@code unknown-network} or {@code unknown-waiver}
     */
    WaiverView get(String network, String id);

    /**
     * Asks for a waiver; it counts from the day on which it is approved.
     *
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-network} or {@code unknown-regime}
     * @throws org.assay.engine.fault.FaultException if the requirement or the subject is none, a text is missing or too long,
     *     or the last day is past
     */
    WaiverView ask(String network, Request request, String who);

    /**
     * Approves one. Where two persons are needed, not by who asked for it.
     *
     * @throws NotFoundException {@code unknown-network} or {@code unknown-waiver}
     * @throws ConflictException {@code waiver-not-open} if it was approved or withdrawn, or its last day is past;
     *     {@code second-person-needed}
     */
    WaiverView approve(String network, String id, String who);

    /**
     * Withdraws one: it counts no longer, from today on.
     *
     * @param reason why
     * @throws NotFoundException {@code unknown-network} or {@code unknown-waiver}
     * @throws ConflictException {@code waiver-not-open} if it was withdrawn
     * @throws org.assay.engine.fault.FaultException if there is no reason
     */
    WaiverView withdraw(String network, String id, String reason, String who);

    /**
     * What is asked for.
     *
     * @param regime the regime
     * @param requirement the requirement's id
     * @param subject what the verdict speaks of
     * @param owner who answers for it
     * @param reason why
     * @param until the last day, in the regime's time zone
     */
    record Request(String regime, String requirement, Subject subject, String owner, String reason, LocalDate until) {}

    /** Where a waiver is in its life, today. */
    enum State {
        /** Nobody has approved it. */
        ASKED,
        ACTIVE,
        /** Its last day is past. */
        ENDED,
        WITHDRAWN
    }

    /**
     * A waiver.
     *
     * @param id its id
     * @param network the network
     * @param regime the regime
     * @param requirement the requirement's id
     * @param subject what the verdict speaks of
     * @param owner who answers for it
     * @param reason why
     * @param zone the regime's time zone, in which its days are meant
     * @param from the day on which it was approved; null if it was not
     * @param until the last day
     * @param state where it is today
     * @param askedAt when it was asked for
     * @param askedBy by whom
     * @param approvedAt when it was approved; null if it was not
     * @param approvedBy by whom
     * @param withdrawnAt when it was withdrawn; null if it was not
     * @param withdrawnBy by whom
     * @param withdrawnBecause why
     */
    record WaiverView(
            String id,
            String network,
            String regime,
            String requirement,
            Subject subject,
            String owner,
            String reason,
            String zone,
            @Nullable LocalDate from,
            LocalDate until,
            State state,
            Instant askedAt,
            String askedBy,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnBecause) {}
}
