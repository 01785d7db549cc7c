package org.assay.core.internal.webhook;

import java.net.URI;
import java.util.Map;

/** Sends one request. Thread-safe. */
public interface Sender {

    /**
     * Sends it and waits for the status; the answer's body is not read.
     *
     * @return empty if the receiver took it (2xx), else why not, in words that hold no secret
     */
    String post(URI url, Map<String, String> headers, byte[] body);
}
