package org.assay.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows about bearer tokens and kept replies. */
public interface AccessRows {

    /** All tokens, by name. */
    List<TokenRow> tokens();

    /** Who ever made which token, in the order of names and numbers; also those that are gone. */
    List<TokenLine> lines();

    /** Keeps a new token, and for ever who made it: the next line of its name. */
    void addToken(TokenRow row);

    /** Removes a token; false if there is none. */
    boolean removeToken(String name);

    /** A kept reply. */
    Optional<ReplyRow> reply(String who, String key);

    /** Claims a key: keeps a row without a reply. */
    void claim(ReplyRow row);

    /** Gives a node's claim its reply; false if the node does not have the claim any more. */
    boolean answer(ReplyRow row);

    /** Frees a key that the row's node claimed. */
    void release(ReplyRow row);

    /** Holds all claims of a node until a moment. */
    void hold(String node, Instant until);

    /** Frees the keys that a node claimed and has not answered. */
    void removeClaims(String node);

    /** Frees the keys whose claims nobody has held until a moment. */
    void removeClaims(Instant heldUntil);

    /** Removes replies older than a moment. */
    void removeReplies(Instant olderThan);
}
