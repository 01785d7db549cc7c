package org.assay.rest.internal.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Set;
import org.assay.core.Audits;
import org.assay.core.Backups;
import org.assay.core.Consequences;
import org.assay.core.DossierPrinter;
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
import org.assay.rest.internal.call.Once;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.filter.SafeHeaders;
import org.assay.rest.internal.filter.TokenFilter;
import org.assay.rest.internal.filter.Traffic;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.json.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All resources and filters of the API, made once from the services that they use. */
@Component(service = ApiResources.class)
public final class ApiResources {
    private final Set<Object> instances;

    /** A new resource is added here, with the services that it needs as parameters. */
    @Activate
    public ApiResources(
            @Reference Regimes regimes,
            @Reference Packs packs,
            @Reference Networks networks,
            @Reference Audits audits,
            @Reference Consequences consequences,
            @Reference Tokens tokens,
            @Reference Feeds feeds,
            @Reference Idempotency idempotency,
            @Reference Ledger ledger,
            @Reference PackKeys keys,
            @Reference Waivers waivers,
            @Reference Webhooks webhooks,
            @Reference Backups backups,
            @Reference Outlooks outlooks,
            @Reference StandingAudits standing,
            @Reference Procedures procedures,
            @Reference Retention retention,
            @Reference Dossiers dossiers,
            @Reference DossierPrinter printer,
            @Reference Readiness readiness) {
        ObjectMapper json = Json.mapper();
        Bodies bodies = new Bodies(json);
        Once once = new Once(idempotency, json);
        Traffic traffic = new Traffic();
        instances = Set.of(
                traffic,
                new TokenFilter(tokens, feeds),
                new SafeHeaders(),
                new RegimesResource(regimes, bodies, once),
                new PacksResource(packs, bodies, once),
                new RequirementsResource(regimes, packs),
                new NetworksResource(networks, bodies, once),
                new WaiversResource(waivers, bodies, once),
                new WebhooksResource(webhooks, bodies, once),
                new SnapshotsResource(networks, once),
                new ProceduresResource(procedures),
                new StandingListResource(standing),
                new StandingResource(standing, bodies, once),
                new OutlookResource(outlooks, new Streams(json)),
                new DossiersResource(dossiers, printer),
                new CalendarResource(procedures, Clock.systemUTC()),
                new FeedsResource(feeds, bodies, once),
                new AuditsResource(audits, bodies, once),
                new VerdictsResource(audits, new Streams(json)),
                new ImpactResource(audits, new Streams(json)),
                new SubjectsResource(audits, consequences),
                new ConsequencesResource(audits, consequences, new Streams(json)),
                new ExportResource(audits, new Streams(json)),
                new LedgerResource(ledger),
                new KeysResource(keys, bodies, once),
                new RetentionResource(retention, once),
                new BackupResource(backups, new Streams(json)),
                new TokensResource(tokens, bodies, once),
                new HealthResource(readiness),
                new MetricsResource(readiness, regimes, traffic),
                new OpenApiResource(json));
    }

    /** The instances that Jersey serves, each from many threads at once. */
    public Set<Object> instances() {
        return instances;
    }
}
