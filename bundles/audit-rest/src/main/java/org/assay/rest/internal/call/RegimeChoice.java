package org.assay.rest.internal.call;

/** The body of an installation. */
public record RegimeChoice(String id) {
    public RegimeChoice {
        Required.field("id", id);
    }
}
