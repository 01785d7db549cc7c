package org.assay.core.internal.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Trial;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.PackPlans;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.regime.RegimeService;
import org.assay.core.internal.regime.Registry;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Kept;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.AuditRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.Days;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;

/** Turns a request into an audit that is pinned to facts, packs, day and options. Thread-safe. */
public final class AuditPlanner {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Store store;
    private final Registry registry;
    private final RegimePacks packs;
    private final PackPlans plans;
    private final RuleSets rules;
    private final Snapshots snapshots;
    private final Moments moments;
    private final Ids ids;
    private final Json json;
    private final Supposing supposing;

    /** Makes one. */
    public AuditPlanner(
            Store store,
            Registry registry,
            RegimePacks packs,
            PackPlans plans,
            RuleSets rules,
            Snapshots snapshots,
            Moments moments,
            Json json,
            Supposing supposing) {
        this.supposing = supposing;
        this.store = store;
        this.registry = registry;
        this.packs = packs;
        this.plans = plans;
        this.rules = rules;
        this.snapshots = snapshots;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
        this.json = json;
    }

    /** The audit that is asked for, not yet kept. */
    AuditRow plan(AuditRequest request, String who) {
        checkRegimes(request);
        Instant now = plans.takeDue();
        SnapshotRow snapshot = store.read(tx -> Known.snapshot(tx, request, now));
        Kept.requireFacts(snapshot);
        ZoneId zone = snapshots.zone(snapshot);
        LocalDate asOf = asOf(request, zone);
        Chosen chosen = store.read(tx -> packs(tx, request, asOf));
        Trial trial = request.trial();
        Supposing.Supposed facts = trial == null || trial.changes().isEmpty()
                ? new Supposing.Supposed(snapshot.digest(), snapshot.facts())
                : supposing.facts(snapshot, trial);
        List<AuditRow.Part> parts = new ArrayList<>();
        for (PackRow pack : chosen.packs()) {
            parts.add(part(pack, request.options().getOrDefault(pack.regime(), Map.of())));
        }
        return new AuditRow(
                ids.next(),
                request.network(),
                snapshot.number(),
                facts.digest(),
                facts.blob(),
                asOf,
                snapshot.recordedAt(),
                AuditView.State.RUNNING.name(),
                null,
                now,
                who,
                null,
                parts,
                trial == null ? null : json.write(supposing.plain(trial)),
                zone.getId(),
                Known.later(snapshot.recordedAt(), chosen.since()),
                null,
                null);
    }

    /** An audit that is to be made once more, not yet kept. */
    AuditRow again(AuditRow audit, String who) {
        store.read(tx -> {
            audit.parts().forEach(part -> requireThere(tx, part.regime()));
            Known.requireKept(tx, audit);
            return audit;
        });
        return audit.again(ids.next(), moments.now(), who);
    }

    /**
     * The packs of an audit.
     *
     * @param since from when on the last of them has been active
     */
    private record Chosen(List<PackRow> packs, Instant since) {}

    private static void checkRegimes(AuditRequest request) {
        if (request.regimes().isEmpty()) {
            throw refuse("no-regime", "no regime is named", "/regimes", "name at least one; GET /regimes lists them");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.regimes().size(); i++) {
            String regime = request.regimes().get(i);
            if (!seen.add(regime)) {
                throw refuse("duplicate-regime", "'" + regime + "' is named twice", "/regimes/" + i, "name it once");
            }
        }
        Trial trial = request.trial();
        for (String regime : trial == null ? Set.<String>of() : trial.packs().keySet()) {
            if (!seen.contains(regime)) {
                String message = "the trial names a pack of '" + regime + "', which is not audited";
                throw refuse(
                        "unknown-regime", message, "/trial/packs/" + regime, "add it to the regimes, or leave it out");
            }
        }
        for (String regime : request.options().keySet()) {
            if (!seen.contains(regime)) {
                String message = "options are given for '" + regime + "', which is not audited";
                throw refuse("unknown-regime", message, "/options/" + regime, "add it to the regimes, or leave it out");
            }
        }
    }

    private LocalDate asOf(AuditRequest request, ZoneId zone) {
        LocalDate asOf = request.asOf();
        if (asOf == null) {
            return moments.today(zone);
        }
        if (asOf.isBefore(FIRST_DAY) || asOf.isAfter(LAST_DAY)) {
            String hint = "a day from " + FIRST_DAY + " to " + LAST_DAY;
            throw refuse("bad-as-of", "no law is kept for " + Days.print(asOf), "/asOf", hint);
        }
        return asOf;
    }

    private Chosen packs(Transaction tx, AuditRequest request, LocalDate asOf) {
        List<PackRow> chosen = new ArrayList<>();
        Instant since = Instant.EPOCH;
        for (String regime : request.regimes()) {
            requireThere(tx, regime);
            Optional<PackRow> supposed =
                    Optional.ofNullable(request.trial()).flatMap(trial -> supposing.pack(tx, regime, trial));
            if (supposed.isPresent()) {
                chosen.add(supposed.get());
            } else {
                RegimePacks.Active active = packs.active(tx, regime, request.knownAt());
                chosen.add(active.on(asOf).orElseThrow(() -> Known.notCovered(request, regime, asOf, active)));
                since = Known.later(since, active.since());
            }
        }
        return new Chosen(chosen, since);
    }

    private void requireThere(Transaction tx, String regime) {
        RegimeService.requireInstalled(tx, regime);
        if (!registry.isAvailable(regime)) {
            throw new ConflictException(
                    "regime-not-available",
                    "the regime '" + regime + "' is installed, but its bundle is away",
                    "try again in a moment; start or install its bundle if that lasts",
                    Map.of("regime", regime));
        }
    }

    private AuditRow.Part part(PackRow row, Map<String, Object> chosen) {
        RulePack pack = rules.of(row.digest()).pack();
        String options = json.write(Options.plain(Options.choose(pack, chosen)));
        return new AuditRow.Part(row.regime(), row.version(), row.digest(), row.language(), options, null, null, null);
    }

    static FaultException refuse(String code, String message, String pointer, String hint) {
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }
}
