package org.assay.core;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that are told what happens, by signed POST requests (Standard Webhooks): at least once, in any order, each with an id
 * that stays the same when it is sent again. Thread-safe.
 */
public interface Webhooks {
    /** An audit was finished. */
    String AUDIT_FINISHED = "audit.finished";

    /** Findings that the audit before did not have. */
    String FINDING_OPENED = "finding.opened";

    /** Findings that the audit before had. */
    String FINDING_CLOSED = "finding.closed";

    /** A pack became active. */
    String PACK_ACTIVATED = "pack.activated";

    /** A case came into another state, by evidence or by its clock, or is no more. */
    String CASE_MOVED = "case.moved";

    /** Something is due within 14 days, or within 2. */
    String DEADLINE_APPROACHING = "deadline.approaching";

    /** The last day of something that is still to be done is over. */
    String DEADLINE_OVERDUE = "deadline.overdue";

    /** Somebody tries the address. */
    String TEST = "webhook.test";

    /** How long deliveries stay listed that nobody sends any more, from the moment on which they arrived or were given up. */
    Map<State, Duration> KEPT = Map.of(State.DONE, Duration.ofDays(7), State.DEAD, Duration.ofDays(30));

    /** What can be subscribed to. */
    List<String> EVENTS = List.of(
            AUDIT_FINISHED,
            FINDING_OPENED,
            FINDING_CLOSED,
            PACK_ACTIVATED,
            CASE_MOVED,
            DEADLINE_APPROACHING,
            DEADLINE_OVERDUE);

    /**
     * Subscribes an address. It is told of all that is overdue or due soon already, and of cases what moves from now on.
     *
     * @param url {@code https}; {@code http} only to addresses that the configuration allows
     * @param events of {@link #EVENTS}; empty for all
     * @param network only what happens to this network; null for all
     * @return the subscription with its secret, which cannot be read again
     * @throws NotFoundException {@code unknown-network}
     * @throws org.assay.engine.fault.FaultException {@code bad-url}, {@code closed-address}, {@code unknown-event}
     */
    Secret add(URI url, Set<String> events, @Nullable String network, String who);

    /** All of them, the oldest first. */
    List<View> list();

    /**
     * One of them.
     *
     * @throws NotFoundException {@code unknown-webhook}
     */
    View get(String id);

    /**
     * Sends elsewhere or tells other things from now on; what was not delivered yet goes to the new address too. Secrets stay.
     *
     * @param expected the revision that the caller saw; null for any
     * @return the subscription as it is now
     * @throws NotFoundException {@code unknown-webhook}, {@code unknown-network}
     * @throws PreconditionException if it is not as the caller saw it
     * @throws org.assay.engine.fault.FaultException {@code bad-url}, {@code closed-address}, {@code unknown-event}
     */
    View change(String id, URI url, Set<String> events, @Nullable String network, @Nullable Long expected, String who);

    /**
     * Ends one; what was not delivered yet is forgotten.
     *
     * @throws NotFoundException {@code unknown-webhook}
     */
    void remove(String id, String who);

    /**
     * Gives one another secret; each one before signs too for a day after it was replaced, and five sign at most.
     *
     * @throws ConflictException {@code too-many-secrets}
     * @throws NotFoundException {@code unknown-webhook}
     */
    Secret rotate(String id, String who);

    /**
     * Sends {@link #TEST}, as any other event.
     *
     * @throws NotFoundException {@code unknown-webhook}
     */
    Delivery test(String id);

    /**
     * What is still to be sent, and what arrived or was given up and is {@link #KEPT} yet, the newest 1,000, the newest first.
     *
     * @param state the newest of those in that state; null for all
     * @throws NotFoundException {@code unknown-webhook}
     */
    List<Delivery> deliveries(String id, @Nullable State state);

    /**
     * Sends one again from the start, whatever became of it.
     *
     * @throws NotFoundException {@code unknown-webhook}, {@code unknown-delivery}
     */
    Delivery again(String id, String delivery);

    /** What became of a delivery. */
    enum State {
        /** To be sent, or sent again. */
        WAITING,
        /** The receiver took it. */
        DONE,
        /** Given up after the last try. */
        DEAD
    }

    /**
     * A subscription.
     *
     * @param url where it sends
     * @param events what it tells
     * @param network of which network; null for all
     * @param rotatedAt when it got its last secret; null if it has its first
     * @param waiting how many deliveries are to be sent
     * @param dead how many were given up
     * @param needsSecret whether it sends nothing until it gets another secret, having come back with a back-up
     * @param revision another number for each address, set of events, network and secret
     */
    record View(
            String id,
            String url,
            List<String> events,
            @Nullable String network,
            Instant createdAt,
            String createdBy,
            @Nullable Instant rotatedAt,
            long waiting,
            long dead,
            boolean needsSecret,
            long revision) {
        public View {
            events = List.copyOf(events);
        }
    }

    /**
     * A subscription with its secret, as it is handed out once.
     *
     * @param secret {@code whsec_} and the key in Base64
     */
    record Secret(View webhook, String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Secret[" + webhook.id() + "]";
        }
    }

    /**
     * An event on its way.
     *
     * @param id the header {@code webhook-id}, the same each time it is sent
     * @param tries how often it was sent
     * @param next when it is sent next; null where it is not
     * @param problem why the last try failed; null where it did not
     * @param keptUntil from when on it may be gone; null while it is to be sent
     */
    record Delivery(
            String id,
            String event,
            State state,
            Instant createdAt,
            int tries,
            @Nullable Instant next,
            @Nullable String problem,
            @Nullable Instant keptUntil) {}
}
