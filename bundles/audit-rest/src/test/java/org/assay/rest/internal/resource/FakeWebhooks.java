package org.assay.rest.internal.resource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PreconditionException;
import org.assay.core.Webhooks;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Three webhooks with three deliveries each. */
final class FakeWebhooks implements Webhooks {
    static final int MAX_SECRETS = 5;

    private int rotated;
    private final TreeSet<String> ids = new TreeSet<>(List.of("w-1", "w-2", "w-3"));

    @Override
    public Secret add(URI url, Set<String> events, @Nullable String network, String who) {
        requireAddress(url, network);
        ids.add("w-4");
        return new Secret(view("w-4"), "whsec_AAAA");
    }

    private static void requireAddress(URI url, @Nullable String network) {
        if (!url.getScheme().equals("https")) {
            throw new FaultException(new Fault("bad-url", "no address", "/url", 0, 0, "write https://host"));
        }
        if (network != null && !network.equals("alpha")) {
            throw new NotFoundException("network", "there is no network", "GET /networks lists them");
        }
    }

    private static View view(String id) {
        return new View(
                id,
                "https://example.org/",
                EVENTS,
                "alpha",
                FakeCore.NOW,
                "admin",
                FakeCore.NOW,
                1,
                0,
                id.equals("w-2"),
                1);
    }

    @Override
    public List<View> list() {
        return ids.stream().map(FakeWebhooks::view).toList();
    }

    private void require(String id) {
        if (!ids.contains(id)) {
            throw new NotFoundException("webhook", "there is no webhook '" + id + "'", "GET /webhooks lists them");
        }
    }

    @Override
    public View get(String id) {
        require(id);
        return view(id);
    }

    @Override
    public View change(
            String id, URI url, Set<String> events, @Nullable String network, @Nullable Long expected, String who) {
        require(id);
        requireAddress(url, network);
        if (expected != null && expected != 1) {
            throw new PreconditionException("the webhook '" + id + "' was changed since it was read");
        }
        return view(id);
    }

    @Override
    public void remove(String id, String who) {
        require(id);
        ids.remove(id);
    }

    @Override
    public Secret rotate(String id, String who) {
        require(id);
        if (++rotated >= MAX_SECRETS) {
            throw new ConflictException(
                    "too-many-secrets", "there are " + MAX_SECRETS + " secrets", "rotate it again later", Map.of());
        }
        return new Secret(view(id), "whsec_BBBB");
    }

    @Override
    public Delivery test(String id) {
        require(id);
        return delivery("d-1", State.WAITING);
    }

    private static Delivery delivery(String id, State state) {
        return new Delivery(
                id, AUDIT_FINISHED, state, FakeCore.NOW, 1, FakeCore.NOW, "the receiver answered 500", FakeCore.NOW);
    }

    @Override
    public List<Delivery> deliveries(String id, @Nullable State state) {
        require(id);
        return List.of(
                delivery("d-1", state == null ? State.WAITING : state),
                delivery("d-2", state == null ? State.DONE : state),
                delivery("d-3", state == null ? State.DEAD : state));
    }

    @Override
    public Delivery again(String id, String delivery) {
        require(id);
        if (!delivery.equals("d-3")) {
            throw new NotFoundException("delivery", "there is no such delivery", "GET /webhooks/x/deliveries");
        }
        return delivery(delivery, State.WAITING);
    }
}
