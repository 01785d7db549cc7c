package org.assay.rest.internal.call;

/** The body that makes or changes a network. */
public record NetworkBody(String id, String name, String country) {
    public NetworkBody {
        Required.field("id", id);
        Required.field("name", name);
        Required.field("country", country);
    }
}
