package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.assay.core.ProblemException;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.digest.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what nobody writes down when it happens: a case whose clock ran out, a day that comes near or is over, findings that
 * are new or gone. What was told is kept in the transaction of the event, under a lock, so it is told once, on however many nodes,
 * and also after the service was down. Thread-safe.
 */
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final String BASELINE = "baseline";
    private static final int EARLY = 14;
    private static final int LATE = 2;
    private static final String OVER = "over";
    private static final int KEY = 32;

    private final Store store;
    private final Procedures procedures;
    private final FindingNews findings;
    private final Moments moments;

    /** For each announcement another: what comes back is news again, and not what its subscribers have done with already. */
    private final Ids ids;

    /** Makes one. */
    public Announcer(Store store, Procedures procedures, FindingNews findings, Moments moments) {
        this.store = store;
        this.procedures = procedures;
        this.findings = findings;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
    }

    /** Looks at every network; to be called now and then. */
    public void run() {
        each(this::tell);
    }

    /**
     * Takes the cases of networks that nobody was told of as known. To be called when somebody subscribes, so that what moves
     * from then on is told and not taken as known by the next look.
     */
    public void begin() {
        each(network -> {
            boolean known =
                    store.read(tx -> tx.webhooks().announced(topic(network)).containsKey(BASELINE));
            if (!known) {
                moved(network);
            }
        });
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

    private void tell(String network) {
        moved(network);
        if (wanted(Webhooks.DEADLINE_APPROACHING, network) || wanted(Webhooks.DEADLINE_OVERDUE, network)) {
            Procedures.Calendar calendar = procedures.deadlines(network, null, EARLY);
            store.write(tx -> deadlines(tx, network, calendar));
        }
        if (wanted(Webhooks.FINDING_OPENED, network) || wanted(Webhooks.FINDING_CLOSED, network)) {
            findings.tell(network, moments.now());
        }
    }

    private void moved(String network) {
        if (wanted(Webhooks.CASE_MOVED, network)) {
            List<CaseView> cases = procedures.cases(network, null);
            store.write(tx -> cases(tx, network, cases));
        }
    }

    private static String topic(String network) {
        return "cases " + network;
    }

    private boolean wanted(String event, String network) {
        return store.read(tx -> Outbox.wanted(tx, event, network));
    }

    /** The cases of the first time are taken as known: nobody wants to be told all of the past. */
    private boolean cases(Transaction tx, String network, List<CaseView> cases) {
        String topic = topic(network);
        tx.webhooks().lockTopic(topic);
        Map<String, String> told = tx.webhooks().announced(topic);
        boolean first = !told.containsKey(BASELINE);
        Instant now = moments.now();
        for (CaseView one : cases) {
            String key = key(
                    one.regime(),
                    one.procedure(),
                    one.subject().kind(),
                    one.subject().id());
            String state = key(String.valueOf(one.state()), String.valueOf(one.history()));
            if (!state.equals(told.get(key))) {
                if (!first) {
                    Outbox.put(tx, Webhooks.CASE_MOVED, ids.next(), network, now, data(network, one));
                }
                tx.webhooks().announce(topic, key, state);
            }
        }
        if (first) {
            tx.webhooks().announce(topic, BASELINE, "");
        }
        return first;
    }

    private static Map<String, Object> data(String network, CaseView one) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("network", network);
        data.put("regime", one.regime());
        data.put("procedure", one.procedure());
        data.put(
                "subject",
                Map.of("kind", one.subject().kind(), "id", one.subject().id()));
        if (one.state() != null) {
            data.put("state", one.state());
        }
        data.put("breach", one.breach());
        data.put("ended", one.ended());
        if (!one.history().isEmpty()) {
            CaseView.Move move = one.history().get(one.history().size() - 1);
            data.put("from", move.from());
            data.put("day", String.valueOf(move.day()));
            data.put("evidence", move.evidence());
        }
        return data;
    }

    private boolean deadlines(Transaction tx, String network, Procedures.Calendar calendar) {
        String topic = "deadlines " + network;
        tx.webhooks().lockTopic(topic);
        Map<String, String> told = tx.webhooks().announced(topic);
        for (Deadline one : calendar.deadlines()) {
            long left = ChronoUnit.DAYS.between(calendar.from(), one.day());
            String stage = left < 0 ? OVER : String.valueOf(left <= LATE ? LATE : EARLY);
            if (!stage.equals(told.get(one.id()))) {
                String event = left < 0 ? Webhooks.DEADLINE_OVERDUE : Webhooks.DEADLINE_APPROACHING;
                Outbox.put(tx, event, ids.next(), network, moments.now(), data(network, one, left));
                tx.webhooks().announce(topic, one.id(), stage);
            }
        }
        Set<String> near = calendar.deadlines().stream().map(Deadline::id).collect(Collectors.toSet());
        told.keySet().stream().filter(id -> !near.contains(id)).forEach(id -> tx.webhooks()
                .forget(topic, id));
        return true;
    }

    private static Map<String, Object> data(String network, Deadline one, long left) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("network", network);
        data.put("deadline", one.id());
        data.put("day", one.day().toString());
        data.put("daysLeft", left);
        if (left < 0) {
            data.put("overdueSince", one.day().plusDays(1).toString());
            data.put("daysOverdue", -left);
        }
        data.put("severity", one.severity().name());
        data.put("kind", one.kind().name());
        data.put("regime", one.regime());
        data.put("about", one.about());
        data.put("owner", one.owner());
        data.put("text", one.text().getOrDefault("en", ""));
        data.put("source", one.source());
        data.put(
                "subjects",
                one.subjects().stream()
                        .map(subject -> Map.of("kind", subject.kind(), "id", subject.id()))
                        .toList());
        data.put("count", one.count());
        return data;
    }

    private static String key(String... parts) {
        String digest = Sha256.textOf(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.length() - KEY);
    }
}
