package org.assay.core.internal.webhook;

import java.util.List;
import java.util.function.Consumer;
import org.assay.core.ProblemException;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what nobody writes down when it happens: a case whose clock ran out, a day that comes near or is over, findings that
 * are new or gone. What was told is kept in the transaction of the event, under a lock, so it is told once, on however many nodes,
 * and also after the service was down. Thread-safe.
 */
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Store store;
    private final CaseNews cases;
    private final DeadlineNews deadlines;
    private final FindingNews findings;
    private final Moments moments;

    /** Makes one. */
    public Announcer(Store store, Procedures procedures, FindingNews findings, Moments moments) {
        this.store = store;
        Teller teller = new Teller(store, moments);
        this.cases = new CaseNews(teller, procedures);
        this.deadlines = new DeadlineNews(teller, procedures);
        this.findings = findings;
        this.moments = moments;
    }

    /** Looks at every network, at all cases first: days and findings take longer. To be called now and then. */
    public void run() {
        each(network -> tell(network, cases::tell, Webhooks.CASE_MOVED));
        each(network -> tell(network, deadlines::tell, Webhooks.DEADLINE_APPROACHING, Webhooks.DEADLINE_OVERDUE));
        each(network -> tell(
                network, one -> findings.tell(one, moments.now()), Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED));
    }

    /** To be called when somebody subscribes, so that what happens from then on is told and not taken as known by the next look. */
    public void begin() {
        each(cases::begin);
        each(findings::begin);
    }

    private void each(Consumer<String> look) {
        List<String> networks = store.read(tx -> tx.webhooks().all().isEmpty()
                ? List.<String>of()
                : tx.networks().page(null, Integer.MAX_VALUE).stream()
                        .map(row -> row.id())
                        .toList());
        for (String network : networks) {
            try {
                look.accept(network);
            } catch (ProblemException noFactsYet) {
                LOG.debug("Nothing to tell of {}: {}", network, noFactsYet.getMessage());
            }
        }
    }

    private void tell(String network, Consumer<String> tell, String... events) {
        if (wanted(network, events)) {
            tell.accept(network);
        }
    }

    private boolean wanted(String network, String... events) {
        return store.read(tx -> List.of(events).stream().anyMatch(event -> Outbox.wanted(tx, event, network)));
    }
}
