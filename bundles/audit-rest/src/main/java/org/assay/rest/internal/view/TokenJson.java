package org.assay.rest.internal.view;

import org.assay.core.Tokens;

/** A token without its secret, as the API writes it. */
public record TokenJson(String name, String createdAt, String createdBy) {

    /** From what core knows. */
    public static TokenJson of(Tokens.TokenView token) {
        return new TokenJson(token.name(), token.createdAt().toString(), token.createdBy());
    }

    /** A token as it is handed out, once. */
    public record New(String name, String secret) {
        /** From what core made. */
        public static New of(Tokens.NewToken token) {
            return new New(token.name(), token.secret());
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "New[" + name + "]";
        }
    }
}
