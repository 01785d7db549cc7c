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

    /** Replaces a row by one with its reply. */
    void answer(ReplyRow row);

    /** Frees a key. */
    void release(String who, String key);

    /** Removes replies older than a moment, and claims that a process which is gone left behind. */
    void removeReplies(Instant olderThan, boolean unanswered);
}
