package org.assay.core.internal.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.core.ConflictException;
import org.assay.core.IntakeReport;
import org.assay.core.NetworkView;
import org.assay.core.Networks;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.PreconditionException;
import org.assay.core.SnapshotView;
import org.assay.core.internal.engine.FactsEngine;
import org.assay.core.internal.engine.FactsEngine.Taken;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.util.Cursors;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Kept;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/** Networks and their snapshots. */
public final class NetworkService implements Networks {
    private static final String LATEST = "latest";

    private final Store store;
    private final FactsEngine engine;
    private final Snapshots snapshots;
    private final RegimePacks packs;
    private final Moments moments;
    private final NetworkViews views;

    /** Makes one. */
    public NetworkService(
            Store store, FactsEngine engine, Snapshots snapshots, RegimePacks packs, Moments moments, Json json) {
        this.store = store;
        this.engine = engine;
        this.snapshots = snapshots;
        this.packs = packs;
        this.moments = moments;
        this.views = new NetworkViews(json);
    }

    @Override
    public Put put(String id, String name, String country, @Nullable Long expected, String who) {
        NetworkChecks.require(id, name, country);
        return store.write(tx -> {
            Optional<NetworkRow> before = tx.networks().lock(id);
            long revision = before.map(NetworkRow::revision).orElse(0L);
            if (expected != null && expected != revision) {
                throw new PreconditionException(
                        "the network '" + id + "' has revision " + revision + ", not " + expected);
            }
            Optional<SnapshotRow> latest = tx.networks().latest(id);
            before.ifPresent(row -> refuseOtherCountry(row, country, latest));
            NetworkRow row = new NetworkRow(id, name, country, revision + 1, moments.now(), who);
            boolean same = before.filter(
                            old -> old.name().equals(name) && old.country().equals(country))
                    .isPresent();
            if (!same) {
                tx.networks().put(row);
            }
            return new Put(views.view(same ? before.get() : row, latest.orElse(null)), before.isEmpty());
        });
    }

    private static void refuseOtherCountry(NetworkRow row, String country, Optional<SnapshotRow> latest) {
        if (latest.isPresent() && !row.country().equals(country)) {
            throw new ConflictException(
                    "network-country",
                    "the network '" + row.id() + "' has snapshots of " + row.country(),
                    "put a new network for " + country);
        }
    }

    @Override
    public Page<NetworkView> list(PageRequest page) {
        Cursors cursors = Cursors.of("networks");
        String after = cursors.read(page.cursor());
        return store.read(tx -> {
            List<NetworkRow> rows = tx.networks().page(after, page.limit() + 1);
            List<NetworkRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            String next = rows.size() > shown.size()
                    ? cursors.write(shown.get(shown.size() - 1).id())
                    : null;
            List<NetworkView> items = shown.stream()
                    .map(row -> views.view(row, tx.networks().latest(row.id()).orElse(null)))
                    .toList();
            return new Page<>(items, next, tx.networks().count());
        });
    }

    @Override
    public NetworkView get(String id) {
        return store.read(
                tx -> views.view(find(tx, id), tx.networks().latest(id).orElse(null)));
    }

    /** The row of a network, or the answer that there is none. */
    public static NetworkRow find(Transaction tx, String id) {
        return tx.networks().find(id).orElseThrow(() -> unknown(id));
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException(
                "network",
                "there is no network '" + id + "'",
                "PUT /networks/{id} makes one, GET /networks lists them");
    }

    @Override
    public IntakeReport addSnapshot(String network, Format format, InputStream body, String who) {
        Basis basis = basis(network, format == Format.CSV);
        Taken taken = engine.read(format, body, basis.model(), basis.facts().orElse(null));
        Taken told = basis.latest()
                .map(before -> Dropped.noted(taken, before, snapshots))
                .orElse(taken);
        return record(basis.network(), told, format == Format.CSV ? basis.latest() : Optional.empty(), who);
    }

    @Override
    public IntakeReport addEvidence(String network, InputStream body, String who) {
        Basis basis = basis(network, true);
        Taken taken = engine.add(body, basis.model(), basis.facts().orElseThrow());
        return record(basis.network(), taken, basis.latest(), who);
    }

    /** What new facts are checked against. */
    private record Basis(
            NetworkRow network, FactModel model, Optional<SnapshotRow> latest, Optional<NetworkFacts> facts) {}

    private Basis basis(String network, boolean needsFacts) {
        Basis known = store.read(tx ->
                new Basis(find(tx, network), packs.model(tx), tx.networks().latest(network), Optional.empty()));
        if (!needsFacts) {
            return known;
        }
        SnapshotRow latest = known.latest().orElseThrow(() -> noSnapshot(network));
        return new Basis(
                known.network(),
                known.model(),
                known.latest(),
                Optional.of(snapshots.of(latest.facts(), latest.digest())));
    }

    /** The newest snapshot of a network, which must be there and have one. */
    public static SnapshotRow newest(Transaction tx, String network) {
        return newest(tx, find(tx, network));
    }

    /** The newest snapshot of a network that was found. */
    public static SnapshotRow newest(Transaction tx, NetworkRow found) {
        String network = found.id();
        return tx.networks().latest(network).orElseThrow(() -> noSnapshot(network));
    }

    /** The answer that a network has no snapshot. */
    public static ConflictException noSnapshot(String network) {
        return new ConflictException(
                "no-snapshot",
                "the network '" + network + "' has no snapshot to start from",
                "POST /networks/" + network + "/snapshots with a whole network document first");
    }

    /**
     * Records facts.
     *
     * @param base the snapshot that they were added to, which must still be the newest; empty if they stand alone
     */
    private IntakeReport record(NetworkRow network, Taken taken, Optional<SnapshotRow> base, String who) {
        NetworkChecks.requireSame(network, taken.facts());
        String blob = snapshots.keep(taken.facts(), taken.digest());
        return store.write(tx -> {
            tx.networks().lock(network.id()).orElseThrow(() -> unknown(network.id()));
            Optional<SnapshotRow> latest = tx.networks().latest(network.id());
            base.ifPresent(row -> requireNewest(row, latest));
            if (latest.isPresent() && latest.get().digest().equals(taken.digest())) {
                return new IntakeReport(views.view(latest.get()), false, taken.untyped(), taken.notes());
            }
            SnapshotRow row = new SnapshotRow(
                    network.id(),
                    latest.map(SnapshotRow::number).orElse(0L) + 1,
                    taken.digest(),
                    blob,
                    after(latest),
                    who,
                    views.records(taken.facts()),
                    null);
            tx.networks().addSnapshot(row);
            Book.note(
                    tx,
                    Book.SNAPSHOT,
                    row.digest(),
                    row.recordedAt(),
                    who,
                    Map.of("network", network.id(), "number", row.number(), "digest", row.digest()));
            Kept.requireBlobs(tx, blob);
            return new IntakeReport(views.view(row), true, taken.untyped(), taken.notes());
        });
    }

    /** Now, but never as early as the one before: what was known at a moment stays so, also if nodes' clocks differ. */
    private Instant after(Optional<SnapshotRow> latest) {
        Instant now = moments.now();
        return latest.map(SnapshotRow::recordedAt)
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    private static void requireNewest(SnapshotRow base, Optional<SnapshotRow> latest) {
        if (latest.map(SnapshotRow::number).orElse(0L) != base.number()) {
            throw new ConflictException(
                    "snapshot-changed",
                    "another snapshot of '" + base.network() + "' was recorded meanwhile",
                    "send it again");
        }
    }

    @Override
    public Page<SnapshotView> snapshots(String network, PageRequest page) {
        Cursors cursors = Cursors.of("snapshots", network);
        Long before = cursors.readNumber(page.cursor());
        return store.read(tx -> {
            find(tx, network);
            List<SnapshotRow> rows = tx.networks().snapshots(network, before, page.limit() + 1);
            List<SnapshotRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            String next = rows.size() > shown.size()
                    ? cursors.write(shown.get(shown.size() - 1).number())
                    : null;
            return new Page<>(
                    shown.stream().map(views::view).toList(),
                    next,
                    tx.networks().countSnapshots(network));
        });
    }

    @Override
    public SnapshotView snapshot(String network, String snapshot) {
        return views.view(row(network, snapshot));
    }

    private SnapshotRow row(String network, String snapshot) {
        return store.read(tx -> {
            find(tx, network);
            Optional<SnapshotRow> row = snapshot.equals(LATEST)
                    ? tx.networks().latest(network)
                    : tx.networks().byDigest(network, snapshot);
            return row.orElseThrow(() -> unknownSnapshot(network, snapshot));
        });
    }

    /** The answer that a network has no such snapshot. */
    public static NotFoundException unknownSnapshot(String network, String snapshot) {
        return new NotFoundException(
                "snapshot",
                "the network '" + network + "' has no snapshot '" + snapshot + "'",
                "GET /networks/" + network + "/snapshots lists those it has");
    }

    @Override
    public NetworkFacts facts(String network, String snapshot) {
        SnapshotRow row = row(network, snapshot);
        Kept.requireFacts(row);
        return snapshots.of(row.facts(), row.digest());
    }

    @Override
    public void export(String network, String snapshot, OutputStream out) {
        SnapshotRow row = row(network, snapshot);
        Kept.requireFacts(row);
        try (InputStream facts = store.blobs().open(row.facts())) {
            facts.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
