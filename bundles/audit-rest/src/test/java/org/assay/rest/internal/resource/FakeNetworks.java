package org.assay.rest.internal.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.assay.core.ConflictException;
import org.assay.core.IntakeReport;
import org.assay.core.NetworkView;
import org.assay.core.Networks;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.PreconditionException;
import org.assay.core.SnapshotView;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Networks in memory. A body that contains {@code same} is known, one that contains {@code wrong} is refused. */
final class FakeNetworks implements Networks {
    final Map<String, NetworkView> networks = new TreeMap<>();
    /** Reads what comes before it is taken; may refuse it. */
    BiConsumer<Format, String> reader = (format, text) -> {};

    final List<String> took = new java.util.ArrayList<>();

    FakeNetworks() {
        put("alpha", "Alpha Mobil", "DE", null, "setup");
        put("beta", "Beta", "FR", null, "setup");
        put("gamma", "Gamma", "GB", null, "setup");
    }

    @Override
    public Put put(String id, String name, String country, @Nullable Long expected, String who) {
        if (!id.matches("[a-z][a-z0-9-]{1,62}")) {
            throw new FaultException(new Fault("bad-id", "'" + id + "' is no id", "/id", 0, 0, "use a to z"));
        }
        NetworkView before = networks.get(id);
        if (expected != null && (before == null || before.revision() != expected)) {
            throw new PreconditionException("revision " + expected + " was expected");
        }
        if (before != null && !before.country().equals(country)) {
            throw new ConflictException("network-country", "its facts are of " + before.country(), "make another");
        }
        long revision = before == null ? 1 : before.revision() + 1;
        networks.put(id, new NetworkView(id, name, country, revision, FakeCore.NOW, who, snapshot(id)));
        return new Put(networks.get(id), before == null);
    }

    @Override
    public Page<NetworkView> list(PageRequest page) {
        return Paging.of(List.copyOf(networks.values()), page);
    }

    @Override
    public NetworkView get(String id) {
        NetworkView network = networks.get(id);
        if (network == null) {
            throw new NotFoundException("network", "there is no network '" + id + "'", "make it with PUT");
        }
        return network;
    }

    @Override
    public IntakeReport addSnapshot(String network, Format format, InputStream body, String who) {
        get(network);
        String text = read(body);
        reader.accept(format, text);
        if (format == Format.CSV && network.equals("gamma")) {
            throw new ConflictException("no-snapshot", "there is nothing to take the rest from", "send a document");
        }
        return take(network, format.name(), text, who);
    }

    @Override
    public IntakeReport addEvidence(String network, InputStream body, String who) {
        get(network);
        String text = read(body);
        if (network.equals("gamma")) {
            throw new ConflictException("no-snapshot", "there is nothing to add to", "send a document");
        }
        return take(network, "evidence", text, who);
    }

    @Override
    public Page<SnapshotView> snapshots(String network, PageRequest page) {
        get(network);
        return Paging.of(List.of(snapshot(network), snapshot(network)), page);
    }

    @Override
    public SnapshotView snapshot(String network, String snapshot) {
        get(network);
        if (!snapshot.equals("latest") && !snapshot.equals(FakeCore.DIGEST)) {
            throw new NotFoundException("snapshot", "there is no snapshot " + snapshot, "see snapshots");
        }
        return snapshot(network);
    }

    @Override
    public NetworkFacts facts(String network, String snapshot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void export(String network, String snapshot, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    private IntakeReport take(String network, String what, String text, String who) {
        if (text.contains("wrong")) {
            throw new FaultException(
                    new Fault("unknown-field", "there is no field 'wrong'", "/components/3/wrong", 40, 7, "mend it"));
        }
        took.add(who + " " + network + " " + what + " " + text.length());
        return new IntakeReport(snapshot(network), !text.contains("same"), List.of("us-trust"), List.of("a note"));
    }

    private static SnapshotView snapshot(String network) {
        return new SnapshotView(network, 1, FakeCore.DIGEST, FakeCore.NOW, "setup", Map.of("component", 212), null);
    }

    private static String read(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
