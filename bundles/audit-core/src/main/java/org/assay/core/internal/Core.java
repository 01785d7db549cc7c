package org.assay.core.internal;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.assay.core.Audits;
import org.assay.core.Consequences;
import org.assay.core.Dossiers;
import org.assay.core.Feeds;
import org.assay.core.Idempotency;
import org.assay.core.Ledger;
import org.assay.core.Networks;
import org.assay.core.Outlooks;
import org.assay.core.PackKeys;
import org.assay.core.Packs;
import org.assay.core.Procedures;
import org.assay.core.Readiness;
import org.assay.core.Regimes;
import org.assay.core.Retention;
import org.assay.core.StandingAudits;
import org.assay.core.Tokens;
import org.assay.core.Waivers;
import org.assay.core.Webhooks;
import org.assay.core.internal.access.FourEyes;
import org.assay.core.internal.access.IdempotencyService;
import org.assay.core.internal.access.TokenService;
import org.assay.core.internal.audit.AuditPlanner;
import org.assay.core.internal.audit.AuditService;
import org.assay.core.internal.audit.Staleness;
import org.assay.core.internal.audit.Supposing;
import org.assay.core.internal.dossier.DossierService;
import org.assay.core.internal.engine.EnginePacks;
import org.assay.core.internal.engine.FactsEngine;
import org.assay.core.internal.engine.PackEngine;
import org.assay.core.internal.feed.FeedService;
import org.assay.core.internal.ledger.LedgerKey;
import org.assay.core.internal.ledger.LedgerService;
import org.assay.core.internal.ledger.LedgerTime;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.PackGuard;
import org.assay.core.internal.pack.PackLife;
import org.assay.core.internal.pack.PackPlans;
import org.assay.core.internal.pack.PackService;
import org.assay.core.internal.pack.PackViews;
import org.assay.core.internal.pack.Previews;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.procedure.ProcedureService;
import org.assay.core.internal.regime.Installers;
import org.assay.core.internal.regime.RegimeService;
import org.assay.core.internal.regime.Registry;
import org.assay.core.internal.retention.RetentionService;
import org.assay.core.internal.trust.Signatures;
import org.assay.core.internal.trust.TrustStore;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.internal.util.SteadyClock;
import org.assay.core.internal.waiver.WaiverService;
import org.assay.core.internal.webhook.WebhookDesk;
import org.assay.core.store.Store;
import org.assay.engine.eval.Evaluator;

/** The core, put together from its parts; knows no container. Close it to end its threads. */
public final class Core implements AutoCloseable {
    private static final long REPLY_SWEEP_SECONDS = 600;
    private static final long AUDIT_SWEEP_SECONDS = 15;
    private static final long STANDING_SWEEP_SECONDS = 5;
    private static final long RETENTION_FIRST_MINUTES = 2;
    private static final long RETENTION_SWEEP_MINUTES = 360;

    private final Installers installers = new Installers();
    private final ScheduledExecutorService registryWorker = Workers.registry();
    private final ThreadPoolExecutor auditWorkers = Workers.audits();
    private final Registry registry;
    private final Regimes regimes;
    private final Packs packs;
    private final Networks networks;
    private final AuditService audits;
    private final Tokens tokens;
    private final Feeds feeds;
    private final IdempotencyService idempotency;
    private final Readiness readiness;
    private final Ledger ledger;
    private final PackKeys packKeys;
    private final Waivers waivers;
    private final WebhookDesk webhooks;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final RetentionService retention;

    /**
     * Puts the core together, makes the first token if there is none, and goes on with unfinished audits.
     *
     * @param evaluator runs rules
     * @param clock tells the moment; it may be set back, which moments here never are
     */
    public Core(Store store, Evaluator evaluator, FactsEngine factsEngine, CoreSettings settings, Clock clock) {
        Json json = new Json();
        SteadyClock steady = new SteadyClock(clock);
        LedgerTime time = new LedgerTime(store, steady, json);
        time.hold();
        Moments moments = new Moments(steady);
        TrustStore trust = new TrustStore(store, settings.trustedKeys(), moments);
        this.packKeys = trust;
        PackEngine packEngine = new EnginePacks(trust::current, evaluator, steady);
        FourEyes fourEyes = new FourEyes(settings.fourEyes());
        Signatures signatures = new Signatures(store);
        PackViews packViews = new PackViews(json, signatures);
        PackGuard guard = new PackGuard(signatures, fourEyes, new Previews(json));
        PackPlans plans = new PackPlans(store, guard, moments);
        RuleSets rules = new RuleSets(store, packEngine);
        PackLife life = new PackLife(store, packEngine, rules, moments, settings.activateOnArrival(), packViews, guard);
        RegimePacks regimePacks = new RegimePacks(rules, packViews);
        KeyPair ledgerKey = LedgerKey.in(settings.data());
        LedgerService book = new LedgerService(store, ledgerKey);
        this.ledger = book;
        Snapshots snapshots = new Snapshots(store, factsEngine);
        TokenService tokenService = new TokenService(store, moments);
        tokenService.start(settings.data().resolve("token"));
        Node node = Node.in(settings.data());
        IdempotencyService replies = new IdempotencyService(store, moments, json, node);
        this.registry = new Registry(store, life, installers, registryWorker, moments);
        this.tokens = tokenService;
        this.idempotency = replies;
        this.feeds = new FeedService(store, moments);
        this.packs = new PackService(store, life, rules, moments, packViews);
        this.regimes = new RegimeService(store, registry, installers, regimePacks, moments, settings.installPatience());
        this.networks = new NetworkService(store, factsEngine, snapshots, regimePacks, moments, json);
        this.waivers = new WaiverService(store, regimePacks, snapshots, fourEyes, moments);
        AuditPlanner planner = new AuditPlanner(
                store,
                registry,
                regimePacks,
                plans,
                rules,
                snapshots,
                moments,
                json,
                new Supposing(store, factsEngine, snapshots, regimePacks));
        this.audits = new AuditService(
                store,
                planner,
                rules,
                snapshots,
                moments,
                node,
                auditWorkers,
                settings.largeAudit(),
                json,
                book,
                ledgerKey,
                new Staleness(regimePacks, moments));
        this.procedures = new ProcedureService(store, regimePacks, rules, snapshots, audits, moments);
        this.dossiers = new DossierService(store, regimePacks, rules, snapshots, moments);
        this.webhooks = new WebhookDesk(store, moments, procedures, audits, settings.webhookAllow());
        this.retention = new RetentionService(store, settings.retention(), moments, json);
        this.readiness = new ReadinessService(store, registry, packViews, settings.data(), steady);
        every(1, registry::sweep);
        registryWorker.scheduleWithFixedDelay(Workers.guarded(plans::takeDue), 0, 1, TimeUnit.SECONDS);
        every(AUDIT_SWEEP_SECONDS, time::hold);
        every(AUDIT_SWEEP_SECONDS, audits::sweep);
        every(AUDIT_SWEEP_SECONDS, replies::hold);
        every(STANDING_SWEEP_SECONDS, () -> auditWorkers.execute(Workers.guarded(audits::sweepStanding)));
        every(REPLY_SWEEP_SECONDS, replies::sweep);
        registryWorker.scheduleWithFixedDelay(
                Workers.guarded(() -> auditWorkers.execute(Workers.guarded(retention::sweep))),
                RETENTION_FIRST_MINUTES,
                RETENTION_SWEEP_MINUTES,
                TimeUnit.MINUTES);
    }

    private void every(long seconds, Runnable task) {
        registryWorker.scheduleWithFixedDelay(Workers.guarded(task), seconds, seconds, TimeUnit.SECONDS);
    }

    /**
     * Ends the core's threads once they are done with what they are at; audits that wait go on at the next start. No
     * thread is interrupted: an interrupt in the midst of writing would close the embedded database.
     */
    @Override
    public void close() {
        registryWorker.shutdown();
        auditWorkers.getQueue().clear();
        auditWorkers.shutdown();
        webhooks.close();
    }

    public Registry registry() {
        return registry;
    }

    /** Waits until the packs of the regime's provider were offered to the store; false if that did not happen in time. */
    boolean settled(String regime, Duration limit) {
        return registry.awaitSettled(regime, limit);
    }

    /** Takes over audits of nodes that are gone, as is done now and then anyway. */
    void sweepAudits() {
        audits.sweep();
    }

    /** Holds on to keys that are at work, and frees those of nodes that are gone, as is done now and then anyway. */
    void sweepKeys() {
        idempotency.hold();
    }

    /** Makes standing audits again, as is done now and then anyway. */
    void sweepStanding() {
        audits.sweepStanding();
    }

    /** Removes what is old, as is done now and then anyway. */
    void sweepRetention() {
        retention.sweep();
    }

    public Retention retention() {
        return retention;
    }

    public StandingAudits standing() {
        return audits.standing();
    }

    public Installers installers() {
        return installers;
    }

    public Regimes regimes() {
        return regimes;
    }

    public Packs packs() {
        return packs;
    }

    public Networks networks() {
        return networks;
    }

    public Audits audits() {
        return audits;
    }

    public Consequences consequences() {
        return audits.consequences();
    }

    public Outlooks outlooks() {
        return audits.outlooks();
    }

    public Tokens tokens() {
        return tokens;
    }

    public Feeds feeds() {
        return feeds;
    }

    public Idempotency idempotency() {
        return idempotency;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Waivers waivers() {
        return waivers;
    }

    public Webhooks webhooks() {
        return webhooks.service();
    }

    public PackKeys packKeys() {
        return packKeys;
    }

    public Procedures procedures() {
        return procedures;
    }

    public Dossiers dossiers() {
        return dossiers;
    }

    public Readiness readiness() {
        return readiness;
    }
}
