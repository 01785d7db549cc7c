package org.assay.core.internal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.NotFoundException;
import org.assay.core.ProblemException;
import org.assay.core.StandingAudits;
import org.assay.core.StandingView;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.regime.RegimeService;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.AuditRow;
import org.assay.core.store.StandingRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes standing audits again when they are stale; of several nodes one does. */
final class StandingService implements StandingAudits {
    private static final Logger LOG = LoggerFactory.getLogger(StandingService.class);

    /** So long another node waits before it takes over; an audit is begun in less. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final Store store;
    private final AuditPlanner planner;
    private final AuditJobs jobs;
    private final Staleness staleness;
    private final Moments moments;
    private final Node node;
    private final AtomicBoolean busy = new AtomicBoolean();

    StandingService(
            Store store, AuditPlanner planner, AuditJobs jobs, Staleness staleness, Moments moments, Node node) {
        this.store = store;
        this.planner = planner;
        this.jobs = jobs;
        this.staleness = staleness;
        this.moments = moments;
        this.node = node;
    }

    @Override
    public List<StandingView> list() {
        return store.read(tx -> {
            Staleness.Seen seen = staleness.in(tx);
            return tx.standing().all().stream().map(row -> view(tx, row, seen)).toList();
        });
    }

    @Override
    public StandingView get(String network) {
        return store.read(tx -> view(tx, find(tx, network), staleness.in(tx)));
    }

    private static StandingRow find(Transaction tx, String network) {
        NetworkService.find(tx, network);
        return tx.standing()
                .find(network)
                .orElseThrow(() -> new NotFoundException(
                        "standing",
                        "the network '" + network + "' has no standing audit",
                        "PUT /networks/" + network + "/standing {\"regimes\": [...]} makes one"));
    }

    private static StandingView view(Transaction tx, StandingRow row, Staleness.Seen seen) {
        Optional<AuditRow> last = Optional.ofNullable(row.audit()).flatMap(tx.audits()::find);
        Optional<AuditRow.Turn> turn = last.flatMap(audit -> Optional.ofNullable(audit.turn()));
        return new StandingView(
                row.network(),
                row.regimes(),
                row.setAt(),
                row.setBy(),
                row.audit(),
                last.map(seen::of).orElse(List.of()),
                turn.map(AuditRow.Turn::day).orElse(null),
                turn.map(AuditRow.Turn::because).orElse(""),
                row.problem());
    }

    @Override
    public Put put(String network, List<String> regimes, String who) {
        require(regimes);
        return store.write(tx -> {
            tx.networks().lock(network);
            NetworkService.find(tx, network);
            regimes.forEach(regime -> RegimeService.requireInstalled(tx, regime));
            Optional<StandingRow> before = tx.standing().find(network);
            boolean same = before.filter(row -> row.regimes().equals(regimes)).isPresent();
            StandingRow row = same ? before.get() : new StandingRow(network, regimes, moments.now(), who, null, null);
            if (!same) {
                tx.standing().put(row);
                note(tx, row, true, who);
            }
            return new Put(view(tx, row, staleness.in(tx)), before.isEmpty());
        });
    }

    private static void require(List<String> regimes) {
        Set<String> seen = new HashSet<>();
        for (String regime : regimes) {
            if (!seen.add(regime)) {
                throw new FaultException(new Fault(
                        "duplicate-regime", "'" + regime + "' is named twice", "/regimes", 0, 0, "name it once"));
            }
        }
        if (regimes.isEmpty()) {
            throw new FaultException(
                    new Fault("no-regime", "no regime is named", "/regimes", 0, 0, "name at least one, or remove it"));
        }
    }

    private void note(Transaction tx, StandingRow row, boolean standing, String who) {
        Map<String, Object> what = Map.of("network", row.network(), "regimes", row.regimes(), "standing", standing);
        Book.note(tx, Book.STANDING, row.network(), moments.now(), who, what);
    }

    @Override
    public void remove(String network, String who) {
        store.write(tx -> {
            tx.networks().lock(network);
            StandingRow row = find(tx, network);
            tx.standing().remove(network);
            note(tx, row, false, who);
            return true;
        });
    }

    /** Called now and then: makes again what is stale. Does nothing while it is at it. */
    void sweep() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (StandingRow row : store.read(tx -> tx.standing().all())) {
                again(row);
            }
        } finally {
            busy.set(false);
        }
    }

    /** What fails with one network keeps no other waiting. */
    private void again(StandingRow row) {
        try {
            if (isDue(row) && claimed(row)) {
                run(row);
            }
        } catch (RuntimeException e) {
            LOG.error("The standing audit of {} failed; it is tried again", row.network(), e);
        }
    }

    private boolean isDue(StandingRow row) {
        return store.read(tx -> {
            Optional<AuditRow> last = Optional.ofNullable(row.audit()).flatMap(tx.audits()::find);
            return tx.networks().latest(row.network()).isPresent()
                    && (last.isEmpty()
                            || isOver(last.get())
                                    && !staleness.in(tx).reasons(last.get()).isEmpty());
        });
    }

    private static boolean isOver(AuditRow audit) {
        return !audit.state().equals(AuditView.State.RUNNING.name());
    }

    /** Looks again once it is the node's own: another one may have done it in between. */
    private boolean claimed(StandingRow row) {
        Instant now = moments.now();
        return store.write(tx -> {
            boolean free = tx.standing().claim(row.network(), node.id(), now, now.plus(HOLD));
            Optional<StandingRow> found = tx.standing().find(row.network());
            boolean same = found.filter(row::equals).isPresent();
            if (free && !same) {
                found.ifPresent(tx.standing()::put);
            }
            return free && same;
        });
    }

    private void run(StandingRow row) {
        try {
            AuditRow planned = planner.plan(
                    AuditRequest.of(row.network(), row.regimes(), null), "standing audit (" + row.setBy() + ")");
            jobs.start(planned, tx -> keep(tx, row, row.tried(planned.id(), null)));
        } catch (ProblemException | FaultException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(row.problem())) {
                LOG.warn("The standing audit of {} could not be made: {}", row.network(), why);
            }
            store.write(tx -> {
                keep(tx, row, row.tried(row.audit(), why));
                return true;
            });
        }
    }

    /** Unless somebody asked for something else meanwhile. */
    private static void keep(Transaction tx, StandingRow before, StandingRow after) {
        if (tx.standing().find(before.network()).filter(before::equals).isPresent()) {
            tx.standing().put(after);
        }
    }
}
