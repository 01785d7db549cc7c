package org.assay.rest.internal.call;

/** The body that asks for a token. */
public record TokenBody(String name) {
    public TokenBody {
        Required.field("name", name);
    }
}
