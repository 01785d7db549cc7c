package org.assay.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Secrets with which a calendar program reads the deadlines of one network, and nothing else: such a program cannot send a
 * bearer token. Only hashes are kept. Thread-safe.
 */
public interface Feeds {

    /**
     * Makes one.
     *
     * @param name for people, {@code [a-z][a-z0-9-]{1,62}}, once in a network
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code feed-exists}
     * @throws org.assay.engine.fault.FaultException if the name is not one
     */
    NewFeed add(String network, String name, String who);

    /**
     * A network's feeds, by name.
     *
     * @throws NotFoundException {@code unknown-network}
     */
    List<FeedView> list(String network);

    /**
     * Withdraws one at once.
     *
     * @throws NotFoundException {@code unknown-network}, {@code unknown-feed}
     */
    void revoke(String network, String name, String who);

    /** The name of the network's feed with that secret, compared in constant time; empty if there is none. */
    Optional<String> authenticate(String network, String secret);

    /**
     * A feed as it is handed out, once.
     *
     * @param network whose deadlines it shows
     * @param name its name
     * @param secret what its address ends in
     */
    record NewFeed(String network, String name, String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "NewFeed[" + network + " " + name + "]";
        }
    }

    /** A feed without its secret. */
    record FeedView(String name, Instant createdAt, String createdBy) {}
}
