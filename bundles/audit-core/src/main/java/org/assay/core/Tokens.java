package org.assay.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Named bearer tokens. Only their hashes are kept. The first, {@code admin}, is made at first start and written to the
 * file {@code token} in the data directory, mode 0600.
 */
public interface Tokens {

    /**
     * Makes a token.
     *
     * @param name {@code [a-z][a-z0-9-]{1,62}}
     * @return the secret, which cannot be read again
     * @throws ConflictException {@code token-exists}
     * @throws org.assay.engine.fault.FaultException if the name is not one
     */
    NewToken add(String name, String who);

    /**
     * A token as it is handed out, once.
     *
     * @param name its name
     * @param secret what its holder sends as bearer
     */
    record NewToken(String name, String secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "NewToken[" + name + "]";
        }
    }

    /** All tokens, by name. */
    List<TokenView> list();

    /**
     * A token without its secret.
     *
     * @param name its name
     * @param createdAt when it was made
     * @param createdBy by whom
     */
    record TokenView(String name, Instant createdAt, String createdBy) {}

    /**
     * Withdraws a token at once.
     *
     * @throws NotFoundException {@code unknown-token}
     */
    void revoke(String name, String who);

    /** The name of the token with that secret, compared in constant time; empty if there is none. */
    Optional<String> authenticate(String secret);
}
