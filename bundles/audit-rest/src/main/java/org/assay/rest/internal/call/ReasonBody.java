package org.assay.rest.internal.call;

/** The body of what is done for a reason. */
public record ReasonBody(String reason) {
    public ReasonBody {
        Required.field("reason", reason);
    }
}
