package org.assay.rest.internal.call;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** The body that subscribes an address. */
public record WebhookBody(String url, @Nullable List<String> events, @Nullable String network) {
    public WebhookBody {
        Required.field("url", url);
        events = events == null ? List.of() : List.copyOf(events);
    }

    /** What is wanted. */
    public Set<String> wanted() {
        return events == null ? Set.of() : Set.copyOf(events);
    }

    /** Where to send. */
    public URI address() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            String message = "'url' is no address: " + e.getReason();
            throw new FaultException(new Fault("bad-url", message, "/url", 0, 0, "write https://host/path"));
        }
    }
}
