package org.assay.rest.internal.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.Subject;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Waivers;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Waivers in memory, of the network {@code alpha}. */
final class FakeWaivers implements Waivers {
    static final String KNOWN = "0193505e-0000-7000-8000-0000000000aa";

    private final Map<String, WaiverView> waivers = new TreeMap<>();

    FakeWaivers() {
        Subject subject = new Subject("component", "amf-1");
        waivers.put(KNOWN, waiver(KNOWN, subject, "Eve", State.ASKED, null, null));
    }

    private static WaiverView waiver(
            String id,
            Subject subject,
            String owner,
            State state,
            @Nullable Instant approved,
            @Nullable String because) {
        return new WaiverView(
                id,
                "alpha",
                "de-bsi",
                "DE-TKG-165-4-CERT",
                subject,
                owner,
                "it is being replaced",
                "Europe/Berlin",
                approved == null ? null : LocalDate.parse("2026-11-21"),
                LocalDate.parse("2026-12-31"),
                state,
                FakeCore.NOW,
                FakeCore.WHO,
                approved,
                approved == null ? null : "bob",
                because == null ? null : FakeCore.NOW,
                because == null ? null : FakeCore.WHO,
                because);
    }

    private static void requireNetwork(String network) {
        if (!network.equals("alpha") && !network.equals("gamma")) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "see networks");
        }
    }

    @Override
    public List<WaiverView> list(String network) {
        requireNetwork(network);
        return List.copyOf(waivers.values());
    }

    @Override
    public WaiverView get(String network, String id) {
        requireNetwork(network);
        WaiverView waiver = waivers.get(id);
        if (waiver == null) {
            throw new NotFoundException("waiver", "there is no waiver '" + id + "'", "see waivers");
        }
        return waiver;
    }

    @Override
    public WaiverView ask(String network, Request request, String who) {
        requireNetwork(network);
        if (network.equals("gamma")) {
            throw new ConflictException("no-snapshot", "the network has no facts yet", "send a snapshot");
        }
        if (request.until().isBefore(LocalDate.parse("2026-11-21"))) {
            throw new FaultException(
                    new Fault("past-day", request.until() + " is past", "/until", 0, 0, "a day ahead"));
        }
        WaiverView waiver = waiver("new", request.subject(), request.owner(), State.ASKED, null, null);
        waivers.put("new", waiver);
        return waiver;
    }

    @Override
    public WaiverView approve(String network, String id, String who) {
        WaiverView before = get(network, id);
        if (before.state() != State.ASKED) {
            throw new ConflictException("waiver-not-open", "the waiver is " + before.state(), "ask for a new one");
        }
        waivers.put(id, waiver(id, before.subject(), before.owner(), State.ACTIVE, FakeCore.NOW, null));
        return waivers.get(id);
    }

    @Override
    public WaiverView withdraw(String network, String id, String reason, String who) {
        WaiverView before = get(network, id);
        if (before.state() == State.WITHDRAWN) {
            throw new ConflictException("waiver-not-open", "the waiver is withdrawn", "there is nothing left to do");
        }
        waivers.put(id, waiver(id, before.subject(), before.owner(), State.WITHDRAWN, before.approvedAt(), reason));
        return waivers.get(id);
    }
}
