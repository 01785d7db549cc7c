package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.CaseView;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.assay.engine.digest.Sha256;

/** Tells which cases moved. Who subscribes is told what moves from then on: nobody wants to be told all of the past. Thread-safe. */
final class CaseNews {
    private static final int KEY = 32;
    private static final int ATTEMPTS = 3;

    private final Store store;
    private final Procedures procedures;
    private final Moments moments;

    /** For each announcement another: what comes back is news again, and not what its subscribers have done with already. */
    private final Ids ids;

    CaseNews(Store store, Procedures procedures, Moments moments) {
        this.store = store;
        this.procedures = procedures;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
    }

    private static String topic(String network) {
        return "cases " + network;
    }

    /** Begins with those who want to be told and are not yet; the others are told what moved up to now. */
    void begin(String network) {
        boolean awaited = store.read(tx -> Told.isAwaited(tx, topic(network), Webhooks.CASE_MOVED, network));
        boolean done = !awaited;
        for (int attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            done = tell(network);
        }
    }

    /** Tells what moved; false if somebody else did meanwhile. */
    boolean tell(String network) {
        long seen = store.read(tx -> Told.number(tx, topic(network)));
        List<CaseView> cases = procedures.cases(network, null);
        return store.write(tx -> tell(tx, network, seen, cases));
    }

    private boolean tell(Transaction tx, String network, long seen, List<CaseView> cases) {
        Told told = Told.locked(tx, topic(network));
        if (told.number() != seen) {
            return false;
        }
        List<WebhookRow> wanting = Outbox.wanting(tx, Webhooks.CASE_MOVED, network);
        List<WebhookRow> begun = told.begun(Webhooks.CASE_MOVED, wanting);
        Instant now = moments.now();
        for (CaseView one : cases) {
            String key = key(
                    one.regime(),
                    one.procedure(),
                    one.subject().kind(),
                    one.subject().id());
            String state = key(String.valueOf(one.state()), String.valueOf(one.history()));
            if (told.isNews(key, state)) {
                Outbox.put(tx, begun, Webhooks.CASE_MOVED, ids.next(), now, data(network, one));
                told.keep(key, state);
            }
        }
        told.begin(Webhooks.CASE_MOVED, wanting);
        return true;
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

    private static String key(String... parts) {
        String digest = Sha256.textOf(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.length() - KEY);
    }
}
