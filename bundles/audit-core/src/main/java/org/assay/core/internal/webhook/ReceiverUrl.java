package org.assay.core.internal.webhook;

import java.net.URI;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Whether something could ever be sent to an address; names are looked up only when they are connected to. Stateless. */
final class ReceiverUrl {
    private static final int MAX_URL = 2_000;
    private static final int MAX_PORT = 65_535;

    private ReceiverUrl() {}

    /**
     * Checks it.
     *
     * @throws FaultException {@code bad-url} or {@code closed-address}
     */
    static void require(URI url, AddressPolicy policy) {
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getUserInfo() != null
                || url.getFragment() != null
                || url.getPort() == 0
                || url.getPort() > MAX_PORT
                || url.toString().length() > MAX_URL) {
            throw refused(
                    "bad-url",
                    "the address is none that a webhook can be sent to",
                    "write https://host/path, without a name, a password or a fragment, and a port from 1 to "
                            + MAX_PORT);
        }
        boolean encrypted = "https".equals(url.getScheme());
        if (!policy.mayAllow(url.getHost(), encrypted)) {
            throw closed(url.getHost(), !encrypted && policy.mayAllow(url.getHost(), true));
        }
    }

    private static FaultException closed(String host, boolean onlyHttp) {
        return refused(
                "closed-address",
                onlyHttp
                        ? "http goes only to what webhookAllow names, and it does not name " + host
                                + ": nothing would be sent there"
                        : host + " is not public, and webhookAllow does not name it: nothing would be sent there",
                (onlyHttp ? "use https" : "use a public address")
                        + ", or have its range added to webhookAllow in etc/org.assay.core.cfg");
    }

    private static FaultException refused(String code, String message, String hint) {
        return new FaultException(new Fault(code, message, "/url", 0, 0, hint));
    }
}
