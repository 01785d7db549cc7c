package org.assay.core.internal;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assay.api.Regime;
import org.assay.core.Audits;
import org.assay.core.Backups;
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
import org.assay.core.RegimeInstaller;
import org.assay.core.Regimes;
import org.assay.core.Retention;
import org.assay.core.StandingAudits;
import org.assay.core.Tokens;
import org.assay.core.Waivers;
import org.assay.core.Webhooks;
import org.assay.core.internal.engine.EngineFacts;
import org.assay.core.internal.regime.Arrival;
import org.assay.core.store.StartTrouble;
import org.assay.core.store.Store;
import org.assay.engine.eval.CompiledEvaluator;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The core in a container: registers its services, and is told of regimes as they come and go. What a regime offers is
 * copied at once and no service is kept, so that the class loader of a bundle that went away can be collected.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.assay.core")
@Capability(
        namespace = "osgi.service",
        attribute =
                "objectClass:List<String>=\"org.assay.core.Regimes,org.assay.core.Packs,org.assay.core.Networks,"
                        + "org.assay.core.Audits,org.assay.core.Backups,org.assay.core.Consequences,org.assay.core.Dossiers,org.assay.core.Tokens,org.assay.core.Idempotency,org.assay.core.Ledger,org.assay.core.Outlooks,org.assay.core.Procedures,org.assay.core.Readiness,org.assay.core.StandingAudits,org.assay.core.PackKeys,org.assay.core.Waivers,org.assay.core.Feeds,org.assay.core.Retention,org.assay.core.Webhooks\"")
public final class CoreComponent {
    private static final Logger LOG = LoggerFactory.getLogger(CoreComponent.class);
    private static final long PROCESS_START =
            ManagementFactory.getRuntimeMXBean().getStartTime();

    private final Core core;
    private final List<ServiceRegistration<?>> services;

    /** Starts the core and registers what it offers. */
    @Activate
    public CoreComponent(BundleContext context, @Reference Store store, Map<String, Object> configuration) {
        Path data = Path.of(System.getProperty("assay.data", "var"))
                .toAbsolutePath()
                .normalize();
        Path etc = Path.of(System.getProperty("karaf.etc", "etc"));
        this.core = StartTrouble.telling(data, () -> {
            CoreSettings settings = CoreSettings.read(configuration, data, etc);
            EngineFacts facts = new EngineFacts(CoreSettings.maxRecords(configuration));
            return new Core(store, new CompiledEvaluator(), facts, settings, Clock.systemUTC());
        });
        this.services = List.of(
                context.registerService(Regimes.class, core.regimes(), null),
                context.registerService(Packs.class, core.packs(), null),
                context.registerService(Networks.class, core.networks(), null),
                context.registerService(Audits.class, core.audits(), null),
                context.registerService(Consequences.class, core.consequences(), null),
                context.registerService(Outlooks.class, core.outlooks(), null),
                context.registerService(StandingAudits.class, core.standing(), null),
                context.registerService(Tokens.class, core.tokens(), null),
                context.registerService(Retention.class, core.retention(), null),
                context.registerService(Feeds.class, core.feeds(), null),
                context.registerService(Idempotency.class, core.idempotency(), null),
                context.registerService(Ledger.class, core.ledger(), null),
                context.registerService(Backups.class, (Backups) store::backup, null),
                context.registerService(Waivers.class, core.waivers(), null),
                context.registerService(Webhooks.class, core.webhooks(), null),
                context.registerService(PackKeys.class, core.packKeys(), null),
                context.registerService(Dossiers.class, core.dossiers(), null),
                context.registerService(Procedures.class, core.procedures(), null),
                context.registerService(Readiness.class, core.readiness(), null));
    }

    @Deactivate
    void stop() {
        services.forEach(ServiceRegistration::unregister);
        core.close();
    }

    @Reference(
            service = Regime.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addRegime(ServiceReference<Regime> reference, Regime regime) {
        Bundle bundle = reference.getBundle();
        String name = bundle.getSymbolicName() + " " + bundle.getVersion();
        try {
            boolean fromCache = bundle.getLastModified() < PROCESS_START;
            core.registry().arrived(new Arrival(regime.id(), number(reference), name, regime.packs(), fromCache));
        } catch (RuntimeException e) {
            LOG.error("{} offers a regime that cannot be asked: {}", name, e.toString());
        }
    }

    void removeRegime(ServiceReference<Regime> reference) {
        core.registry().left(number(reference));
    }

    private static long number(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setInstaller(RegimeInstaller installer) {
        core.installers().set(installer);
    }

    void unsetInstaller(RegimeInstaller installer) {
        core.installers().unset(installer);
    }
}
